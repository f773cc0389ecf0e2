"""What the picture worker and its client say to each other: MessagePack, each message after its length."""

from __future__ import annotations

import struct
from typing import IO, TypeVar

import msgspec

from guard.model import SkipCode
from guard.pictures.reader import EnrolmentPhoto, EnrolmentProblem
from guard.reading import PictureReading
from guard.vocabulary import Enrolment, Gallery

MESSAGE_LIMIT = 256_000_000  # a picture of 40 MB; a gallery of 10,000 people with eight photos is 41 MB
_LENGTH = struct.Struct(">I")


class UseGallery(msgspec.Struct, frozen=True, tag="gallery"):
    """From now on compare with this gallery."""

    version: str
    people: list[tuple[str, list[bytes]]]
    threshold: float

    @classmethod
    def of(cls, gallery: Gallery) -> UseGallery:
        return cls(gallery.version, [(each.person, list(each.templates)) for each in gallery.people], gallery.threshold)

    def gallery(self) -> Gallery:
        people = tuple(Enrolment(person, tuple(templates)) for person, templates in self.people)
        return Gallery(self.version, people, self.threshold)


class Look(msgspec.Struct, frozen=True, tag="look"):
    """Read this picture. Answered by Seen."""

    data: bytes


class Enrol(msgspec.Struct, frozen=True, tag="enrol"):
    """See what this photo gives for enrolment. Answered by Enrolled."""

    data: bytes


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The first message of a worker that has loaded its engine."""

    version: str


class Unavailable(msgspec.Struct, frozen=True, tag="unavailable"):
    """The first and last message of a worker that cannot read pictures; says what to install."""

    reason: str


class Seen(msgspec.Struct, frozen=True, tag="seen"):
    """What was seen of a picture."""

    reading: PictureReading


class Enrolled(msgspec.Struct, frozen=True, tag="enrolled"):
    """What a photo gave."""

    template: bytes | None
    problems: list[EnrolmentProblem]

    def photo(self) -> EnrolmentPhoto:
        return EnrolmentPhoto(self.template, tuple(self.problems))


class OutOfMemory(msgspec.Struct, frozen=True, tag="out_of_memory"):
    """The picture took more memory than the worker may use."""

    code: SkipCode = SkipCode.TOO_LARGE


Request = UseGallery | Look | Enrol
Answer = Ready | Unavailable | Seen | Enrolled | OutOfMemory

_encoder = msgspec.msgpack.Encoder()
_requests = msgspec.msgpack.Decoder(Request)
_answers = msgspec.msgpack.Decoder(Answer)
MessageT = TypeVar("MessageT")


class BrokenMessage(Exception):
    """The other side is gone, or says what it should not."""


def send(stream: IO[bytes], message: Request | Answer) -> None:
    """Writes one message. Raises OSError when the other side is gone."""
    body = _encoder.encode(message)
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive_request(stream: IO[bytes]) -> Request | None:
    """The next request, or None at the end. Raises BrokenMessage."""
    body = _receive(stream)
    return None if body is None else _decode(_requests, body)


def receive_answer(stream: IO[bytes]) -> Answer | None:
    """The next answer, or None when the worker is gone. Raises BrokenMessage."""
    body = _receive(stream)
    return None if body is None else _decode(_answers, body)


def _receive(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > MESSAGE_LIMIT:
        raise BrokenMessage("a message is too long")
    body = stream.read(length)
    return body if len(body) == length else None


def _decode(decoder: msgspec.msgpack.Decoder[MessageT], body: bytes) -> MessageT:
    try:
        return decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise BrokenMessage("a message cannot be understood") from error
