"""`school-guard register add|list|show|withdraw|purge`. Names are masked unless --names is given."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from guard.errors import UsageError
from guard.model import Media
from guard.paths import data_folder
from guard.pictures.loading import EngineName
from guard.pictures.reader import PictureReader
from guard.register import describe
from guard.register.entries import (
    MOST_PHOTOS,
    BiometricConsent,
    ConsentEntry,
    ConsentState,
    GivenBy,
    Name,
    NamingLevel,
    PersonEntry,
    PersonKind,
    Purpose,
)
from guard.register.photos import PhotosRead, read_photos

if TYPE_CHECKING:
    from guard.register.register import Register

ReaderFactory = Callable[[EngineName], PictureReader]
Clock = Callable[[], datetime]


def in_process_reader(engine: EngineName) -> PictureReader:
    """A reader of photos in this process; loads the picture libraries."""
    from guard.pictures.in_process import InProcessReader

    return InProcessReader(engine)


def configure(
    subparsers: argparse._SubParsersAction[argparse.ArgumentParser],
    reader_factory: ReaderFactory = in_process_reader,
    clock: Clock = lambda: datetime.now(UTC),
) -> None:
    """Add the command `register`; each parser carries its handler as `run`, which takes the options."""
    register = subparsers.add_parser("register", help="keep the list of people who may not be shown or named")
    commands = register.add_subparsers(title="commands", metavar="COMMAND", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--register", type=Path, metavar="PATH", help="the register's file (default: the data folder)")
    names = argparse.ArgumentParser(add_help=False)
    names.add_argument("--names", action="store_true", help="show names in full; look who can see the screen first")

    add = commands.add_parser("add", parents=[common], help="put somebody on the register")
    _configure_add(add)
    add.set_defaults(run=lambda options: _add(options, reader_factory, clock))

    listing = commands.add_parser("list", parents=[common, names], help="list everybody, names masked")
    listing.set_defaults(run=lambda options: _list(options, clock))

    show = commands.add_parser("show", parents=[common, names], help="show what is recorded of one person")
    show.add_argument("reference", help="the reference, or its first characters")
    show.set_defaults(run=lambda options: _show(options, clock))

    withdraw = commands.add_parser("withdraw", parents=[common], help="take all consent back, at once")
    withdraw.add_argument("reference", help="the reference, or its first characters")
    withdraw.add_argument("--by", type=GivenBy, choices=list(GivenBy), help="who said so")
    withdraw.add_argument(
        "--recognition-only", action="store_true", help="destroy the templates, leave what may be published"
    )
    withdraw.set_defaults(run=lambda options: _withdraw(options, clock))

    purge = commands.add_parser("purge", parents=[common], help="remove records for good")
    whom = purge.add_mutually_exclusive_group(required=True)
    whom.add_argument("reference", nargs="?", help="remove this one person")
    whom.add_argument("--overdue", action="store_true", help="remove everybody past --keep-until, and lapsed templates")
    purge.set_defaults(run=lambda options: _purge(options, clock))


def _configure_add(add: argparse.ArgumentParser) -> None:
    add.add_argument("forename", help="as in the school's records")
    add.add_argument("surname", help="as in the school's records")
    add.add_argument("--known-as", metavar="NAME", help="the forename in use, or forename and surname in use")
    add.add_argument("--middle", action="append", default=[], metavar="NAME", help="a middle name; may be repeated")
    add.add_argument("--group", default="", help="class or group, such as 4B")
    add.add_argument("--adult", action="store_true", help="a member of staff or another adult")
    add.add_argument(
        "--channel",
        action="append",
        default=[],
        type=_channel,
        metavar="NAME=allowed|denied",
        help="where pictures may be published ('*' for everywhere); may be repeated; without it: nowhere",
    )
    add.add_argument("--naming", type=NamingLevel, choices=list(NamingLevel), default=NamingLevel.NONE)
    add.add_argument("--consented-by", type=GivenBy, choices=list(GivenBy), help="who gave these answers")
    add.add_argument("--keep-until", type=_day, metavar="DATE", help="the last day on which the record is kept")
    add.add_argument(
        "--photo",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help=f"a photo to recognise by; may be repeated, up to {MOST_PHOTOS} times",
    )
    add.add_argument(
        "--policy", default="demo", help="the policy that pictures are checked by, for its engine (default: demo)"
    )
    add.add_argument("--biometric-consent", type=_day, metavar="DATE", help="the day of the written consent to photos")
    add.add_argument("--parents-told", type=_day, metavar="DATE", help="the day on which every parent was told of it")


def _add(options: argparse.Namespace, reader_factory: ReaderFactory, clock: Clock) -> int:
    kind = PersonKind.ADULT if options.adult else PersonKind.PUPIL
    by = options.consented_by or (GivenBy.ADULT if options.adult else GivenBy.PARENT)
    entry = PersonEntry(
        name=(name := Name(options.forename, options.surname, tuple(options.middle))),
        known_as=_known_as(options.known_as, name),
        group=options.group,
        kind=kind,
        consents=_consents(options, by),
        keep_until=options.keep_until,
    )
    consent = _biometric_consent(options, kind, by, clock)
    # Photos come first: where they cannot be read at all, nothing is half done.
    photos = _photos(options, reader_factory) if consent is not None and options.photo else None
    with _open(options, clock, create=True) as register:
        reference = register.add(entry)
        if photos is not None and consent is not None and photos.templates:
            register.enrol(reference, photos.templates, consent, engine=photos.engine)
        record = register.show(reference)
    print("\n".join(["On the register now.", *describe.person(record, clock())]))
    if photos is not None:
        print("\n".join(photos.feedback), end="\n" if photos.feedback else "")
        if not photos.templates:
            print("None of the photos serves, so pictures of this person will not be recognised. The rest holds.")
    return 0


def _list(options: argparse.Namespace, clock: Clock) -> int:
    with _open(options, clock) as register:
        print(describe.heading(register.summary(), register.age_days))
        for line in describe.table(register.list(names=options.names), clock()):
            print(line)
    return 0


def _show(options: argparse.Namespace, clock: Clock) -> int:
    with _open(options, clock) as register:
        print("\n".join(describe.person(register.show(options.reference, names=options.names), clock())))
    return 0


def _withdraw(options: argparse.Namespace, clock: Clock) -> int:
    with _open(options, clock) as register:
        reference = register.withdraw(options.reference, by=options.by, recognition_only=options.recognition_only)
    if options.recognition_only:
        print(f"{reference}: face templates destroyed. What may be published stays as it was.")
    else:
        print(f"{reference}: not to be shown or named anywhere from now on; face templates destroyed.")
        print("What was published before is still out there: please look for it and take it down.")
    return 0


def _purge(options: argparse.Namespace, clock: Clock) -> int:
    with _open(options, clock) as register:
        purged = register.purge_overdue() if options.overdue else register.purge(options.reference)
    print(f"Removed for good: people {purged.people}, face templates {purged.templates}.")
    return 0


def _open(options: argparse.Namespace, clock: Clock, *, create: bool = False) -> Register:
    from guard.register.register import Register  # the database: only where it is used

    return Register.open(options.register or data_folder() / "register.db", create=create, clock=clock)


def _known_as(known_as: str | None, name: Name) -> Name | None:
    if known_as is None:
        return None
    forename, _, surname = known_as.strip().partition(" ")
    return Name(forename, surname or name.surname)


def _consents(options: argparse.Namespace, by: GivenBy) -> tuple[ConsentEntry, ...]:
    pictures = [ConsentEntry(Purpose.PICTURE, state, channel, by) for channel, state in options.channel]
    state = ConsentState.DENIED if options.naming is NamingLevel.NONE else ConsentState.ALLOWED
    naming = ConsentEntry(Purpose.NAMING, state, given_by=by, naming=options.naming)
    return (*(pictures or [ConsentEntry.denied(Purpose.PICTURE, by)]), naming)


def _biometric_consent(
    options: argparse.Namespace, kind: PersonKind, by: GivenBy, clock: Clock
) -> BiometricConsent | None:
    if options.biometric_consent is None:
        if options.photo:
            raise UsageError("photos are looked at only with a written consent: give its day as --biometric-consent")
        return None
    if kind is PersonKind.PUPIL and options.parents_told is None:
        raise UsageError("a pupil's photos are looked at only after every parent was told: say when as --parents-told")
    consent = BiometricConsent(options.biometric_consent, by, options.parents_told)
    consent.require_valid(kind, clock().date())
    return consent


def _engine_of(policy: str) -> EngineName:
    """What one engine makes of a photo says nothing to the other."""
    from guard.policy.loader import load_policy  # policy and rules: only where photos are looked at
    from guard.rules import option_specs

    return load_policy(policy, option_specs()).recognition.engine


def _photos(options: argparse.Namespace, reader_factory: ReaderFactory) -> PhotosRead:
    paths: list[Path] = options.photo
    if len(paths) > MOST_PHOTOS:
        raise UsageError(f"people are recognised by {MOST_PHOTOS} photos at most: choose the clearest")
    for number, path in enumerate(paths, start=1):
        if not path.is_file():
            raise UsageError(f"there is no file for photo {number} of {len(paths)}: look at its path")
    engine = _engine_of(options.policy)
    reader = reader_factory(engine)
    try:
        return read_photos(reader, engine, [Media.from_path(path) for path in paths])
    finally:
        reader.close()


def _channel(text: str) -> tuple[str, ConsentState]:
    channel, _, state = text.rpartition("=")
    if not channel.strip() or state not in list(ConsentState):
        raise argparse.ArgumentTypeError("a channel is given like website=allowed or press=denied")
    return channel.strip(), ConsentState(state)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is given like 2026-09-01") from None
