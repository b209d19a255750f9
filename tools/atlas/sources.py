"""Fetches the source packages by name, checks their sums and unpacks them into a cache folder.

It knows names, versions and SHA-256 sums (geodata/sources.csv) and nothing about servers: the
ordinary clients, configured as the machine has them, decide where a package comes from.
"""

import csv
import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


class SourceError(Exception):
    """A package could not be fetched, or is not the one the atlas was made from."""


@dataclass(frozen=True)
class Source:
    package: str
    version: str
    client: str
    file: str
    sha256: str


def read_sources(table: Path) -> list[Source]:
    with table.open(newline="", encoding="utf-8") as stream:
        return [Source(**row) for row in csv.DictReader(stream)]


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _fetch(source: Source, cache: Path) -> None:
    if source.client == "apt":
        command = ["apt-get", "-q", "download", f"{source.package}={source.version}"]
    elif source.client == "npm":
        command = ["npm", "pack", "--silent", f"{source.package}@{source.version}"]
    else:
        raise SourceError(f"sources.csv: unknown client '{source.client}' of {source.package}")
    done = subprocess.run(command, cwd=cache, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SourceError(f"could not fetch {source.package} {source.version} with "
                          f"{command[0]}: {done.stderr.strip()}")


def _unpack(source: Source, archive: Path, target: Path) -> None:
    if source.client == "apt":
        command = ["dpkg", "-x", str(archive), str(target)]
    else:
        command = ["tar", "-xzf", str(archive), "-C", str(target)]
    target.mkdir(parents=True)
    subprocess.run(command, check=True)


def prepare(table: Path, cache: Path) -> dict[str, Path]:
    """Returns the unpacked folder of every package; fetches and unpacks what is not there yet."""
    cache.mkdir(parents=True, exist_ok=True)
    folders = {}
    for source in read_sources(table):
        archive = cache / source.file
        if not archive.exists():
            _fetch(source, cache)
        if not archive.exists():
            raise SourceError(f"{source.package}: expected the client to leave {source.file}")
        found = _sha256(archive)
        if found != source.sha256:
            raise SourceError(f"{archive.name}: SHA-256 is {found}, sources.csv has {source.sha256}")
        folder = cache / "unpacked" / f"{source.package}-{source.version}"
        if not folder.exists():
            fresh = folder.with_name(folder.name + ".part")
            shutil.rmtree(fresh, ignore_errors=True)
            _unpack(source, archive, fresh)
            fresh.rename(folder)
        folders[source.package] = folder
    return folders
