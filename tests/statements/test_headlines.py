"""Headlines, and other attribution by punctuation."""

from __future__ import annotations

import pytest

from tests.statements.case import Case, case, check, params

CASES = [
    case(
        "headline",
        "{X:No talks before spring} [C:-] [S:Kremlin]\n\nRain fell on the quay.",
        headline=True,
        country="RUS",
    ),
    case(
        "headline",
        "[S:Norland minister] [C:says] {X:border will stay shut}\n\nRain fell on the quay.",
        headline=True,
    ),
    case(
        "headline",
        "{X:Border will stay shut}, [S:minister] [C:says]\n\nRain fell on the quay.",
        headline=True,
    ),
    case(
        "headline",
        "“{X:We waited long enough}”: [S:Kemal Aras]\n\nRain fell on the quay.",
        headline=True,
        fails="a colon counts as the cue",
    ),
    case(
        "colon",
        "[S:Sofia][C::] {X:no deal before the vote}\n\nRain fell on the quay.",
        headline=True,
    ),
    case("colon", "[S:Kemal Aras] [C:put] it this way:\n\n“{X:We wait}.”"),
    case(
        "headline",
        "{X1:[S2:Russia] [C2:sees] {X2:no reason to resume talks}}, [S1:the Kremlin] [C1:says]"
        "\n\nRain fell on the quay.",
        headline=True,
    ),
    case("colon", "[S:Minister][C::] {X:no talks this year}\n\nRain fell.", headline=True),
    case("colon", "{X:No talks this year}[C::] [S:minister]\n\nRain fell.", headline=True),
    case("headline", "Bridge at Sund: two mayors, one lamp\n\nRain fell.", headline=True),
    case("headline", "Mackerel: a question in three parts\n\nRain fell.", headline=True),
    case(
        "headline",
        "[S:Aras] [C:says] {X:'no deal' before spring}\n\nRain fell on the quay.",
        headline=True,
        fails="no clause in what is said",
    ),
]


@pytest.mark.parametrize("one", params(CASES))
def test_headlines(one: Case) -> None:
    check(one)
