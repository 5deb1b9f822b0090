"""The tests run against the package as it was installed, with the data that travels in it."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path

import nlg


def place_of_the_package(checkout: Path) -> Path:
    """Where `nlg` has to come from: the installed wheel, or the checkout when that is what is in use."""
    for distribution in metadata.distributions(name="nlg"):
        origin = json.loads(distribution.read_text("direct_url.json") or "{}")
        if not origin.get("dir_info", {}).get("editable"):
            return Path(str(distribution.locate_file("nlg"))).resolve()
    return checkout / "nlg"


def test_the_checkout_does_not_stand_in_for_the_installed_package(checkout):
    assert Path(nlg.__file__).resolve().parent == place_of_the_package(checkout)
