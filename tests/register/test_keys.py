"""Where the key to the register comes from, and what is refused."""

from __future__ import annotations

import base64
import os
import stat
from pathlib import Path

import keyring.backends.fail
import keyring.backends.null
import keyring.backends.SecretService
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked

from guard.register import KeyNotFound, KeyNotSafe, KeyProblem, WrongKey
from guard.register.keys import find_key, os_keyring
from guard.register.register import Register
from tests.register.support import KEY, pupil


class Keyring:
    """A keyring in memory."""

    def __init__(self, kept: str | None = None) -> None:
        self.kept = kept

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept = password


class LockedKeyring(Keyring):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")


def key_file(path: Path, key: bytes = KEY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(base64.b64encode(key))
    path.chmod(0o600)
    return path


def test_the_order_in_which_keys_are_looked_for(tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named, environment, kept, default = (bytes([number]) * 32 for number in range(4))
    key_file(tmp_path / "configuration" / "school-guard-key" / "register.key", default)
    assert find_key(path, None, create=False) == default
    keyring = Keyring(base64.b64encode(kept).decode())
    assert find_key(path, None, create=False, keyring=keyring) == kept
    monkeypatch.setenv("SCHOOL_GUARD_KEY_FILE", str(key_file(tmp_path / "environment.key", environment)))
    assert find_key(path, None, create=False, keyring=keyring) == environment
    assert find_key(path, key_file(tmp_path / "named.key", named), create=False, keyring=keyring) == named
    assert find_key(path, KEY, create=False, keyring=keyring) == KEY


def test_a_new_key_goes_into_the_keyring_where_there_is_one(tmp_path: Path, path: Path) -> None:
    keyring = Keyring()
    made = find_key(path, None, create=True, keyring=keyring)
    assert find_key(path, None, create=False, keyring=keyring) == made
    assert not (tmp_path / "configuration").exists()


def test_a_key_file_from_before_there_was_a_keyring_stays_in_use(path: Path) -> None:
    made = find_key(path, None, create=True)
    keyring = Keyring()
    assert find_key(path, None, create=True, keyring=keyring) == made
    assert keyring.kept is None


def test_without_a_keyring_the_key_goes_into_a_file_of_the_owners_only(tmp_path: Path, path: Path) -> None:
    before = os.umask(0)
    try:
        with Register.open(path, create=True) as register:
            register.add(pupil())
    finally:
        os.umask(before)
    made = tmp_path / "configuration" / "school-guard-key" / "register.key"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    with Register.open(path) as register:
        assert len(register.names()) == 1


def test_two_registers_have_the_same_key_or_different_ones_as_their_files_say(tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "register.db", tmp_path / "b" / "register.db"
    Register.open(first, tmp_path / "first.key", create=True).close()
    Register.open(second, tmp_path / "second.key", create=True).close()
    with pytest.raises(WrongKey):
        Register.open(second, tmp_path / "first.key")


@pytest.mark.parametrize("create", [True, False])
def test_a_key_beside_the_register_is_refused(path: Path, create: bool) -> None:
    beside = path.parent / "register.key"
    if not create:
        key_file(beside)
    with pytest.raises(KeyNotSafe, match="another folder"):
        Register.open(path, beside, create=True)
    assert not path.exists()
    assert beside.exists() is not create


def test_a_key_beside_the_register_by_way_of_a_link_is_refused(tmp_path: Path, path: Path) -> None:
    (tmp_path / "link").symlink_to(path.parent)
    with pytest.raises(KeyNotSafe, match="another folder"):
        Register.open(path, tmp_path / "link" / "register.key", create=True)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, path: Path, mode: int) -> None:
    key_file(tmp_path / "shared.key").chmod(mode)
    with pytest.raises(KeyNotSafe, match="chmod 600"):
        Register.open(path, tmp_path / "shared.key", create=True)


def test_a_lost_key_is_not_made_anew(tmp_path: Path, path: Path) -> None:
    Register.open(path, create=True).close()
    lost = tmp_path / "configuration" / "school-guard-key" / "register.key"
    lost.unlink()
    for create in (False, True):
        with pytest.raises(KeyNotFound, match="backup"):
            Register.open(path, create=create)
    assert not lost.exists()


@pytest.mark.parametrize("content", [b"", b"too short", b"\xff\xfe", base64.b64encode(bytes(31)), b"!" * 44])
def test_what_is_no_key_is_refused(tmp_path: Path, path: Path, content: bytes) -> None:
    file = key_file(tmp_path / "some.key")
    file.write_bytes(content)
    with pytest.raises(KeyProblem, match=r"some\.key") as refused:
        Register.open(path, file, create=True)
    assert not content or repr(content) not in str(refused.value)


def test_a_key_of_another_length_is_refused(path: Path) -> None:
    with pytest.raises(KeyProblem, match="32"):
        Register.open(path, b"short", create=True)


def test_a_locked_keyring_says_so(path: Path) -> None:
    with pytest.raises(KeyProblem, match="unlock"):
        find_key(path, None, create=True, keyring=LockedKeyring())


class FakeSecretService(KeyringBackend):
    """Stands where the desktop's own keyring does."""

    priority = 5

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Not asked here."""


FakeSecretService.__module__ = "keyring.backends.SecretService"


class PlainText(KeyringBackend):
    """Stands where a keyring does that keeps secrets in a readable file."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Not asked here."""


PlainText.__module__ = "keyrings.alt.file"


@pytest.mark.parametrize(
    ("backend", "real"),
    [
        (FakeSecretService(), True),
        (PlainText(), False),
        (keyring.backends.fail.Keyring(), False),
        (keyring.backends.null.Keyring(), False),
    ],
    ids=["desktop", "plain text", "fail", "null"],
)
@pytest.mark.parametrize("chained", [False, True])
def test_only_a_real_keyring_is_trusted(
    backend: KeyringBackend, real: bool, chained: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ChainerBackend, "backends", [backend])
    monkeypatch.setattr("keyring.get_keyring", lambda: ChainerBackend() if chained else backend)
    assert (os_keyring() is backend) is real
