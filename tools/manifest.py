"""Write what the extension ships and nobody types: parts of its manifest, its id, its sites, its string tables.

python -m tools.manifest          write
python -m tools.manifest --check  exit 1 when something is out of date

Of manifest.json `content_scripts`, `host_permissions` and `icons` are generated, from the files in browser_extension/
and the `hosts` that the files in sites/ name; everything else in it is written by hand. background/sites.js repeats
these hosts, since the background loads no file of sites/. messages/en.js is made of en.json: content scripts cannot
load JSON without asking for it over the page's own network.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent / "browser_extension"
MANIFEST = ROOT / "manifest.json"
IDENTITY = ROOT / "extension_id.json"

FIRST = ("core/namespace.js", "core/messages.js")
LAST = ("editors/contenteditable.js", "core/main.js")
BASES = (
    "editors/text_map.js",
    "editors/writing.js",
    "editors/registry.js",
    "editors/rich.js",
    "sites/registry.js",
    "core/panel_dom.js",
    "core/panel_parts.js",
)
PAGE_WORLD = ("core/page_hook.js",)
# The service on this machine; and any https site or school server that is turned on in the settings. No script is
# loaded on a site that is neither built in nor turned on.
HOSTS = ["http://127.0.0.1/*", "https://*/*"]


def scripts(root: Path = ROOT) -> list[str]:
    """The content scripts in loading order: the rooms alphabetically, each after what it builds on."""
    tables = [
        path.with_suffix(".js").relative_to(root).as_posix() for path in sorted((root / "messages").glob("*.json"))
    ]
    found = tables + [
        path.relative_to(root).as_posix()
        for room in ("editors", "sites", "core")
        for path in sorted((root / room).glob("*.js"))
    ]
    special = {*FIRST, *BASES, *LAST, *PAGE_WORLD}
    order = [*FIRST, *BASES, *(name for name in found if name not in special), *LAST]
    return [name for name in order if name in found]


def sites(root: Path = ROOT) -> list[list[str]]:
    """The built-in sites, each as all its hosts, as the `hosts: [...]` line of each file in sites/ names them."""
    found = [
        re.findall(r'"([^"]+)"', block)
        for path in sorted((root / "sites").glob("*.js"))
        for block in re.findall(r"^\s*hosts: \[([^\]]*)\]", path.read_text("utf-8"), re.MULTILINE)
    ]
    return [hosts for hosts in found if hosts]


def generated(root: Path = ROOT) -> dict[str, Any]:
    """The generated keys of the manifest and their values."""
    common = {
        "matches": [f"https://*.{host}/*" for host in sorted(host for hosts in sites(root) for host in hosts)],
        "run_at": "document_start",
        "all_frames": True,
        "match_origin_as_fallback": True,
    }
    sizes = {re.sub(r"\D", "", path.stem): path for path in (root / "icons").glob("*.png")}
    icons = {size: f"icons/{sizes[size].name}" for size in sorted(sizes, key=int)}
    return {
        "icons": icons,
        "host_permissions": HOSTS,
        "content_scripts": [
            {**common, "js": list(PAGE_WORLD), "world": "MAIN"},
            {**common, "js": scripts(root)},
        ],
    }


def extension_id(key: str) -> str:
    """The id that Chromium derives from a manifest's `key` (base64 of the public key)."""
    digest = hashlib.sha256(base64.b64decode(key)).hexdigest()[:32]
    return digest.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))


def table(path: Path) -> str:
    """The script that brings one string table to the content scripts."""
    sentences = json.dumps(json.loads(path.read_text("utf-8")), indent=2, ensure_ascii=False)
    made_of = f"// Made of {path.name} by `python -m tools.manifest`."
    return f'"use strict";\n{made_of}\nSchoolGuard.messages.add("{path.stem}", {sentences});\n'


def sites_module(root: Path = ROOT) -> str:
    """The module that tells the background which hosts are one site."""
    return (
        "// @ts-check\n// Made of the files in sites/ by `python -m tools.manifest`.\n\n"
        "/** The built-in sites, each as all its hosts. @type {string[][]} */\n"
        f"export const SITES = {json.dumps(sites(root), indent=2)};\n"
    )


def main(arguments: list[str]) -> int:
    manifest = json.loads(MANIFEST.read_text("utf-8"))
    wanted = {
        MANIFEST: json.dumps({**manifest, **generated()}, indent=2, ensure_ascii=False) + "\n",
        ROOT / "background" / "sites.js": sites_module(),
        IDENTITY: json.dumps({"id": extension_id(manifest["key"])}) + "\n",
    }
    for path in sorted((ROOT / "messages").glob("*.json")):
        wanted[path.with_suffix(".js")] = table(path)
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in stale:
        if "--check" not in arguments:
            path.write_text(wanted[path], "utf-8")
        print(f"{'out of date' if '--check' in arguments else 'written'}: {path.relative_to(ROOT.parent)}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
