"""Turns dlib's face recognition network (a .dat file of dlib's own making) into ONNX, weight by weight.

The architecture is the one published with dlib (examples/dnn_face_recognition_ex.cpp): a 29-layer residual network,
150 x 150 RGB in, 128 numbers out. The file holds each layer's name followed by its weights as raw floats; the layers
come in the order in which they run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guard.pictures.onnx_writer import Graph

INPUT, OUTPUT = "face", "template"
_MEAN_RGB = np.array([122.782, 117.001, 104.298], dtype=np.float64)  # dlib's input_rgb_image_sized
_SCALE = 256.0

Floats = NDArray[np.float32]


class ConversionError(ValueError):
    """The file is not the network this converter knows."""


@dataclass(slots=True)
class _Weights:
    """A cursor over the serialised network. Integers are dlib's: a length byte (top bit: sign), then little-endian."""

    data: bytes
    position: int = 0

    def _integer(self) -> int:
        size = self.data[self.position] & 0x0F
        start = self.position + 1
        self.position = start + size
        return int.from_bytes(self.data[start : self.position], "little")

    def next(self, layer: bytes, integers_before: int = 0) -> Floats:
        """The weights of the next layer of that name, as one flat array."""
        at = self.data.find(bytes([1, len(layer)]) + layer, self.position)
        if at < 0:
            raise ConversionError("the recognition network is not the one expected: a layer is missing")
        self.position = at + 2 + len(layer)
        for _ in range(integers_before):
            self._integer()
        self._integer()  # version of the tensor format
        count = int(np.prod([self._integer() for _ in range(4)]))
        start, self.position = self.position, self.position + 4 * count
        return np.frombuffer(self.data, "<f4", count, start)


@dataclass(slots=True)
class _Network:
    weights: _Weights
    graph: Graph

    def convolve(self, source: str, inputs: int, filters: int, size: int, stride: int, *, first: bool = False) -> str:
        """A convolution with the affine layer after it folded in, and for the first one the input's normalisation too.

        dlib pads only where the stride is 1.
        """
        flat = self.weights.next(b"con_4").astype(np.float64)
        if flat.size != filters * (inputs * size * size + 1):
            raise ConversionError("the recognition network is not the one expected: a layer has another size")
        kernel = flat[:-filters].reshape(filters, inputs, size, size)
        gamma, beta = self.weights.next(b"affine_").astype(np.float64).reshape(2, filters)
        bias = flat[-filters:] * gamma + beta
        kernel = kernel * gamma[:, None, None, None]
        if first:
            kernel = kernel / _SCALE
            bias = bias - (kernel * _MEAN_RGB[None, :, None, None]).sum(axis=(1, 2, 3))
        return self.graph.add(
            "Conv",
            source,
            self.graph.constant(kernel.astype(np.float32)),
            self.graph.constant(bias.astype(np.float32)),
            kernel_shape=(size, size),
            strides=(stride, stride),
            pads=(size // 2,) * 4 if stride == 1 else (0,) * 4,
        )

    def residual(self, source: str, inputs: int, filters: int, edge: int, *, down: bool) -> tuple[str, int]:
        """A residual block over `inputs` channels of `edge` x `edge`; returns its output and that one's edge.

        Where the two branches differ in size dlib adds them as if the smaller one were padded with zeros.
        """
        inner = self.graph.add("Relu", self.convolve(source, inputs, filters, 3, 2 if down else 1))
        inner = self.convolve(inner, filters, filters, 3, 1)
        if not down:
            return self.graph.add("Relu", self.graph.add("Add", inner, source)), edge
        shortcut = self.graph.add("AveragePool", source, kernel_shape=(2, 2), strides=(2, 2))
        inner_edge, shortcut_edge = (edge - 3) // 2 + 1, edge // 2
        after = max(inner_edge, shortcut_edge)
        inner = self._pad(inner, 0, after - inner_edge)
        shortcut = self._pad(shortcut, filters - inputs, after - shortcut_edge)
        return self.graph.add("Relu", self.graph.add("Add", inner, shortcut)), after

    def _pad(self, source: str, channels: int, edge: int) -> str:
        if not channels and not edge:
            return source
        pads = np.array([0, 0, 0, 0, 0, channels, edge, edge], dtype=np.int64)
        return self.graph.add("Pad", source, self.graph.constant(pads))


def _blocks() -> Iterator[tuple[int, bool]]:
    """Filters of each residual block, and whether it halves the picture."""
    yield from [(32, False)] * 3
    for filters, more in ((64, 3), (128, 2), (256, 2), (256, 0)):
        yield filters, True
        yield from [(filters, False)] * more


def dlib_to_onnx(data: bytes) -> bytes:
    """The network of `dlib_face_recognition_resnet_model_v1.dat` as an ONNX model.

    The model takes float32 [faces, 3, 150, 150], RGB 0..255, and gives float32 [faces, 128], not normalised: the same
    numbers as dlib to within rounding. Raises ConversionError for any other file.
    """
    network = _Network(_Weights(data), Graph("dlib_face_recognition_resnet_model_v1"))
    graph = network.graph
    layer = graph.add("Relu", network.convolve(INPUT, 3, 32, 7, 2, first=True))
    layer = graph.add("MaxPool", layer, kernel_shape=(3, 3), strides=(2, 2))
    channels, edge = 32, 35
    for filters, down in _blocks():
        layer, edge = network.residual(layer, channels, filters, edge, down=down)
        channels = filters
    layer = graph.add("Flatten", graph.add("GlobalAveragePool", layer), axis=1)
    fully_connected = network.weights.next(b"fc_2", integers_before=2)
    if fully_connected.size != channels * 128:
        raise ConversionError("the recognition network is not the one expected: the last layer has another size")
    matrix = graph.constant(fully_connected.reshape(channels, 128))
    graph.add("MatMul", layer, matrix, output=OUTPUT)
    return graph.serialise({INPUT: ("faces", 3, 150, 150)}, {OUTPUT: ("faces", 128)})
