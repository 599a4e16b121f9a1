from tests.web.conftest import read_once

__all__ = ["read_once"]
