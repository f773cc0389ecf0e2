"""Writes ONNX files: just the messages of the protobuf schema that a plain feed-forward network needs.

The `onnx` package (27 MB) does the same and far more. Field numbers are those of onnx.proto3, IR version 8.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

_IR_VERSION = 8
_OPSET = 13
_VARINT, _BYTES = 0, 2
_FLOAT, _INT64 = 1, 7  # TensorProto.DataType
_ATTRIBUTE_INT, _ATTRIBUTE_INTS = 2, 7  # AttributeProto.AttributeType

_TYPES = {np.dtype("<f4"): _FLOAT, np.dtype("<i8"): _INT64}


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _number(tag: int, value: int) -> bytes:
    return _varint(tag << 3 | _VARINT) + _varint(value)


def _message(tag: int, body: bytes | str) -> bytes:
    if isinstance(body, str):
        body = body.encode()
    return _varint(tag << 3 | _BYTES) + _varint(len(body)) + body


def _tensor(name: str, values: NDArray[np.float32] | NDArray[np.int64]) -> bytes:
    little = np.ascontiguousarray(values, dtype=values.dtype.newbyteorder("<"))
    dims = b"".join(_number(1, size) for size in values.shape)
    return dims + _number(2, _TYPES[little.dtype]) + _message(8, name) + _message(9, little.tobytes())


def _value_info(name: str, shape: Sequence[int | str]) -> bytes:
    dims = b"".join(_message(1, _message(2, size) if isinstance(size, str) else _number(1, size)) for size in shape)
    return _message(1, name) + _message(2, _message(1, _number(1, _FLOAT) + _message(2, dims)))


def _attribute(name: str, value: int | Sequence[int]) -> bytes:
    if isinstance(value, int):
        return _message(1, name) + _number(3, value) + _number(20, _ATTRIBUTE_INT)
    return _message(1, name) + b"".join(_number(8, item) for item in value) + _number(20, _ATTRIBUTE_INTS)


@dataclass(slots=True)
class Graph:
    """A network under construction; operators are added in the order in which they run."""

    name: str
    _nodes: list[bytes] = field(default_factory=list)
    _constants: list[bytes] = field(default_factory=list)

    def constant(self, values: NDArray[np.float32] | NDArray[np.int64]) -> str:
        """Stores a weight tensor and returns the name to refer to it by."""
        name = f"c{len(self._constants)}"
        self._constants.append(_tensor(name, values))
        return name

    def add(self, operator: str, *inputs: str, output: str = "", **attributes: int | Sequence[int]) -> str:
        """Adds one operator (its ONNX name) and returns the name of its one output: `output`, or one made up."""
        output = output or f"n{len(self._nodes)}"
        body = b"".join(_message(1, name) for name in inputs) + _message(2, output) + _message(4, operator)
        self._nodes.append(body + b"".join(_message(5, _attribute(*item)) for item in attributes.items()))
        return output

    def serialise(self, inputs: Mapping[str, Sequence[int | str]], outputs: Mapping[str, Sequence[int | str]]) -> bytes:
        """The whole model as the bytes of an .onnx file. Shapes hold sizes, or a name for a size left open."""
        graph = b"".join(_message(1, node) for node in self._nodes) + _message(2, self.name)
        graph += b"".join(_message(5, constant) for constant in self._constants)
        graph += b"".join(_message(11, _value_info(*item)) for item in inputs.items())
        graph += b"".join(_message(12, _value_info(*item)) for item in outputs.items())
        model = _number(1, _IR_VERSION) + _message(2, "school-guard") + _message(7, graph)
        return model + _message(8, _message(1, "") + _number(2, _OPSET))
