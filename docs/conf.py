"""How Sphinx builds these pages."""

from importlib.metadata import version as version_of

project = "emulrules"
author = "The emulrules maintainers"
release = version_of("emulrules")
version = release

extensions = ["myst_parser"]
exclude_patterns = ["build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nitpicky = True

html_theme = "furo"
html_title = f"emulrules {release}"
