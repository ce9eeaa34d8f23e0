"""Each mutant still finds the rule that it breaks: one that finds nothing would hunt the unbroken program."""

import importlib.util
import sys

from conftest import ROOT


def test_every_rule_that_a_mutant_breaks_stands_once_in_its_file() -> None:
    spec = importlib.util.spec_from_file_location("mutants", ROOT / "scripts" / "mutants.py")
    assert spec is not None
    assert spec.loader is not None
    mutants = sys.modules["mutants"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(mutants)
    lost = [(mutant.name, old) for mutant in mutants.MUTANTS for old, _ in mutant.replacements
            if (ROOT / "src" / "lawgraph" / mutant.file).read_text(encoding="utf-8").count(old) != 1]
    assert not lost
