"""Installers to try: of these programs, and of the same programs as an older build."""

import subprocess
from pathlib import Path

import pefile

PACKAGE = Path(__file__).resolve().parents[1] / "package"


def resources(path):
    """A program with its resources read, and no more: the rest takes long."""
    pe = pefile.PE(str(path), fast_load=True)
    pe.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_RESOURCE"]])
    return pe


def version_of(programs):
    """The version that a program's file says."""
    fixed = resources(programs / "separate-entrance.exe").VS_FIXEDFILEINFO[0]
    return f"{fixed.FileVersionMS >> 16}.{fixed.FileVersionMS & 0xFFFF}.{fixed.FileVersionLS >> 16}"


def aged(programs, to, version):
    """The same programs as an older build: only the version in their files differs."""
    to.mkdir()
    first, second, third = map(int, version.split("."))
    for name in ["separate-entrance.exe", "entrance.exe"]:
        pe = resources(programs / name)
        fixed = pe.VS_FIXEDFILEINFO[0]
        fixed.FileVersionMS = fixed.ProductVersionMS = first << 16 | second
        fixed.FileVersionLS = fixed.ProductVersionLS = third << 16
        pe.write(str(to / name))
    return to


def package(programs, version, name, *words):
    """An installer."""
    subprocess.run([PACKAGE, *words, programs, version, name], check=True)
    return name
