"""`school-guard register ...`, as somebody at a terminal sees it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

import pytest

from guard.errors import GuardError, UsageError
from guard.model import Media
from guard.pictures.errors import ModelsMissing
from guard.pictures.loading import EngineName
from guard.pictures.reader import EnrolmentPhoto, EnrolmentProblem
from guard.reading import PictureReading
from guard.register import AnotherFace, Purpose, RecognitionRefused, RegisterNotFound, UnknownPerson
from guard.register.commands import configure
from guard.register.register import Register
from guard.rule import Consent
from guard.vocabulary import Gallery
from tests.register.support import NOW, Clock, template

CONSENT = ("--biometric-consent", "2026-09-01", "--parents-told", "2026-08-20", "--consented-by", "parent")
Run = Callable[..., str]


class Reader:
    """Answers photos by what their bytes say: a template, a problem, or both; "other" is another face."""

    closed = 0
    engines: ClassVar[list[str]] = []

    def __init__(self, engine: EngineName) -> None:
        Reader.engines.append(engine)

    def read(self, media: Sequence[Media], gallery: Gallery) -> tuple[PictureReading, ...]:
        raise NotImplementedError

    def enrol(self, photo: Media) -> EnrolmentPhoto:
        said = (photo.load(100) or b"").decode().split()
        if "missing" in said:
            raise ModelsMissing("no weights")
        problems = tuple(EnrolmentProblem(each) for each in said if each not in ("good", "other"))
        return EnrolmentPhoto(template() if "good" in said else template(1) if "other" in said else None, problems)

    def close(self) -> None:
        Reader.closed += 1


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def run(path: Path, clock: Clock, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the register at `path`; what it prints."""

    def run(*arguments: str | Path) -> str:
        parser = argparse.ArgumentParser()
        configure(parser.add_subparsers(), Reader, clock)
        options = parser.parse_args(["register", *map(str, arguments), "--register", str(path)])
        capsys.readouterr()
        assert options.run(options) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def photo(tmp_path: Path) -> Callable[[str], Path]:
    def photo(says: str) -> Path:
        file = tmp_path / f"Marisol_{says.replace(' ', '_')}.jpg"
        file.write_text(says)
        return file

    return photo


def opened(path: Path) -> Register:
    return Register.open(path, clock=Clock())


def test_a_person_added_without_more_is_not_to_be_shown_or_named(run: Run, path: Path) -> None:
    out = run("add", "Marisol", "Quennelby", "--group", "4B")
    assert "On the register now." in out
    assert "no pictures" in out
    assert "not named" in out
    with opened(path) as register:
        assert set(register.consents(Purpose.PICTURE, "website", NOW).values()) == {Consent.DENIED}
        assert set(register.consents(Purpose.NAMING, "website", NOW).values()) == {Consent.DENIED}


def test_channels_and_naming(run: Run, path: Path) -> None:
    run("add", "Marisol", "Quennelby", "--channel", "website=allowed", "--channel", "press=denied", "--naming", "first")
    out = run("list")
    assert "pictures: website" in out
    assert "first name" in out
    with opened(path) as register:
        (reference,) = register.consents(Purpose.PICTURE, "website", NOW)
        allowed = {
            channel: register.consents(Purpose.PICTURE, channel, NOW)[reference]
            for channel in ("website", "press", "newsletter")
        }
    assert allowed == {"website": Consent.ALLOWED, "press": Consent.DENIED, "newsletter": Consent.DENIED}


def test_pictures_everywhere_but_somewhere(run: Run) -> None:
    run("add", "Marisol", "Quennelby", "--channel", "*=allowed", "--channel", "press=denied", "--naming", "full")
    assert "pictures: everywhere but press" in run("list")


def test_names_are_masked_unless_asked_for(run: Run, path: Path) -> None:
    printed = run("add", "Marisol", "Quennelby", "--known-as", "Mari", "--middle", "Wren", "--group", "4B")
    with opened(path) as register:
        (record,) = register.list()
        assert {name.forename for name in register.names()} == {"Marisol", "Mari"}
    printed += run("list") + run("show", record.reference)
    assert "M. Q." in printed
    for name in ("Marisol", "Mari", "Quennelby", "Wren"):
        assert name not in printed
    assert "Mari Quennelby" in run("list", "--names")
    assert "Mari Quennelby" in run("show", record.reference[:8], "--names")


def test_a_surname_in_use_may_be_given_as_well(run: Run, path: Path) -> None:
    run("add", "Marisol", "Quennelby", "--known-as", "Mari van Ostrander")
    assert "Mari van Ostrander" in run("list", "--names")
    assert "Quennelby" not in run("list", "--names")


def test_photos_that_serve_are_enrolled_and_poor_ones_named(run: Run, photo: Callable[[str], Path], path: Path) -> None:
    photos = [photo(says) for says in ("good", "good blurred", "no_face")]
    closed = Reader.closed
    out = run("add", "Marisol", "Quennelby", *CONSENT, *(part for each in photos for part in ("--photo", each)))
    assert "Photo 2 of 3 is used, though the face is blurred" in out
    assert "Photo 3 of 3 is not used: no face was found" in out
    assert "Photo 1" not in out
    assert "Marisol" not in out
    assert "recognised until 2027-09-01" in out
    assert Reader.closed == closed + 1
    with opened(path) as register:
        (enrolment,) = register.gallery(0.5, NOW).people
        assert len(enrolment.templates) == 2


def test_a_person_whose_photos_do_not_serve_is_listed_all_the_same(
    run: Run, photo: Callable[[str], Path], path: Path
) -> None:
    out = run("add", "Marisol", "Quennelby", *CONSENT, "--photo", photo("too_small"))
    assert "will not be recognised" in out
    assert "not recognised" in run("list")
    with opened(path) as register:
        assert len(register.list()) == 1


def test_photos_of_different_people_are_refused_and_nothing_is_half_done(
    run: Run, photo: Callable[[str], Path], path: Path
) -> None:
    photos = [photo(says) for says in ("good", "good blurred", "other")]
    with pytest.raises(AnotherFace, match="photo 3 of 3") as refused:
        run("add", "Marisol", "Quennelby", *CONSENT, *(part for each in photos for part in ("--photo", each)))
    assert "Marisol" not in str(refused.value)
    assert not path.exists()


def test_more_photos_than_are_kept_are_refused(run: Run, photo: Callable[[str], Path], path: Path) -> None:
    with pytest.raises(UsageError, match="5 photos at most"):
        run("add", "Marisol", "Quennelby", *CONSENT, *["--photo", photo("good")] * 6)
    assert not path.exists()


def test_photos_are_looked_at_with_the_engine_of_the_policy_that_checks_by_them(
    run: Run, photo: Callable[[str], Path], path: Path, tmp_path: Path
) -> None:
    school = tmp_path / "school.toml"
    school.write_text('extends = "demo"\n[recognition]\nengine = "face-recognition"\n', "utf-8")
    out = run("add", "Marisol", "Quennelby", *CONSENT, "--photo", photo("good"), "--policy", school)
    assert Reader.engines[-1] == "face-recognition"
    assert "by the engine face-recognition" in out
    with opened(path) as register:
        assert len(register.gallery(0.5, NOW, "face-recognition").people) == 1
        assert register.gallery(0.5, NOW).people == ()
    run("add", "Tobias", "Fennimore", *CONSENT, "--photo", photo("good"))
    assert Reader.engines[-1] == "onnx"


@pytest.mark.parametrize("problem", list(EnrolmentProblem))
def test_every_problem_of_a_photo_has_advice(run: Run, photo: Callable[[str], Path], problem: EnrolmentProblem) -> None:
    out = run("add", "Marisol", "Quennelby", *CONSENT, "--photo", photo(problem.value))
    assert "Photo 1 of 1 is not used: " in out
    assert ";" in out or "try" in out


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((), UsageError),
        (("--biometric-consent", "2026-09-01"), UsageError),
        (("--biometric-consent", "2026-09-01", "--parents-told", "2026-09-02"), RecognitionRefused),
        (("--biometric-consent", "2025-09-01", "--parents-told", "2025-08-01"), RecognitionRefused),
        ((*CONSENT, "--consented-by", "pupil"), RecognitionRefused),
    ],
    ids=["no consent", "parents not told", "told too late", "too old", "not by a parent"],
)
def test_without_a_valid_consent_no_photo_is_looked_at(
    run: Run, photo: Callable[[str], Path], path: Path, arguments: tuple[str, ...], error: type[GuardError]
) -> None:
    # A reader that looked at it would complain of missing weights instead.
    with pytest.raises(error):
        run("add", "Marisol", "Quennelby", "--photo", photo("missing"), *arguments)
    assert not path.exists()


def test_where_photos_cannot_be_read_at_all_nothing_is_half_done(
    run: Run, photo: Callable[[str], Path], path: Path
) -> None:
    with pytest.raises(ModelsMissing):
        run("add", "Marisol", "Quennelby", *CONSENT, "--photo", photo("missing"))
    assert not path.exists()


def test_a_photo_that_is_not_there_is_told_by_its_number(run: Run, tmp_path: Path, path: Path) -> None:
    with pytest.raises(UsageError, match="photo 1 of 1") as refused:
        run("add", "Marisol", "Quennelby", *CONSENT, "--photo", tmp_path / "Marisol.jpg")
    assert "Marisol" not in str(refused.value)
    assert not path.exists()


def test_an_adults_own_consent_serves(run: Run, photo: Callable[[str], Path]) -> None:
    out = run("add", "Tobias", "Fennimore", "--adult", "--biometric-consent", "2026-09-01", "--photo", photo("good"))
    assert "recognised until" in out
    assert "adult" in run("list")


def test_withdrawing(run: Run, path: Path, photo: Callable[[str], Path]) -> None:
    channel = ("--channel", "website=allowed", "--naming", "full")
    run("add", "Marisol", "Quennelby", *CONSENT, *channel, "--photo", photo("good"))
    with opened(path) as register:
        (record,) = register.list()
        out = run("withdraw", record.reference[:6])
        assert record.reference in out
        assert "take it down" in out
        assert register.gallery(0.5, NOW).people == ()
        assert register.consents(Purpose.PICTURE, "website", NOW)[record.reference] is Consent.DENIED
    shown = run("show", record.reference)
    assert "withdrawn 2026-10-01" in shown
    assert "not recognised" in shown


def test_withdrawing_recognition_only(run: Run, path: Path, photo: Callable[[str], Path]) -> None:
    run("add", "Marisol", "Quennelby", *CONSENT, "--channel", "website=allowed", "--photo", photo("good"))
    with opened(path) as register:
        (record,) = register.list()
    run("withdraw", record.reference, "--recognition-only", "--by", "pupil")
    assert "pictures: website" in run("list")
    assert "not recognised" in run("list")


def test_purging_one_and_those_past_their_day(run: Run, path: Path, clock: Clock) -> None:
    run("add", "Marisol", "Quennelby", "--keep-until", "2026-12-01")
    run("add", "Tobias", "Fennimore")
    clock.move(days=90)
    assert "to be removed: 1" in run("list")
    assert "people 1" in run("purge", "--overdue")
    with opened(path) as register:
        (record,) = register.list(names=True)
    assert record.label == "Tobias Fennimore"
    assert "people 1" in run("purge", record.reference)
    assert "Pupils 0, adults 0" in run("list")


def test_the_list_says_how_old_it_is(run: Run, clock: Clock) -> None:
    run("add", "Marisol", "Quennelby")
    assert "Last changed today." in run("list")
    clock.move(days=1)
    assert "Last changed yesterday." in run("list")
    clock.move(days=40)
    assert "Last changed 41 days ago." in run("list")


def test_looking_makes_no_register(run: Run, path: Path) -> None:
    with pytest.raises(RegisterNotFound):
        run("list")
    assert not path.exists()


def test_an_unknown_reference(run: Run) -> None:
    run("add", "Marisol", "Quennelby")
    with pytest.raises(UnknownPerson) as refused:
        run("withdraw", "Quennelby")
    assert "Quennelby" not in str(refused.value)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--channel", "website"),
        ("--channel", "website=perhaps"),
        ("--channel", "=allowed"),
        ("--naming", "sometimes"),
        ("--keep-until", "next year"),
        ("--reason", "none is ever recorded"),
    ],
)
def test_arguments_that_make_no_sense(run: Run, path: Path, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as left:
        run("add", "Marisol", "Quennelby", *arguments)
    assert left.value.code == 2
    assert not path.exists()


def test_the_register_lies_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SCHOOL_GUARD_DATA", str(tmp_path / "elsewhere"))
    parser = argparse.ArgumentParser()
    configure(parser.add_subparsers(), Reader, Clock())
    options = parser.parse_args(["register", "add", "Marisol", "Quennelby"])
    options.run(options)
    assert (tmp_path / "elsewhere" / "register.db").exists()
