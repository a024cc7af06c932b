"""The steps of a client as tests of pytest, each with the server as the scenario has it."""
import pytest

pytest_plugins = ["tenantry"]
LIV = "/v1.0/users/liv.aasen@fernholm.example"


@pytest.mark.parametrize("round", [1, 2])
def test_nothing_is_left_of_other_tests(tenantry, round):
    source = tenantry.graph("source")
    assert source("GET", LIV).json["displayName"] == "Liv Åsen"
    assert source("PATCH", LIV, {"displayName": "Somebody else"}).status == 204


def test_pages(tenantry):
    source, seen, page = tenantry.graph("source"), [], "/v1.0/users?$top=20&$select=id"
    while page:
        answer = source("GET", page).json
        seen += answer["value"]
        page = answer.get("@odata.nextLink")
    assert len({user["id"] for user in seen}) == len(seen) > 40


def test_who_asks(tenantry):
    liv = tenantry.graph("source", type="delegated", user="liv.aasen@fernholm.example", scopes=["User.Read"])
    assert liv("GET", "/v1.0/me").json["displayName"] == "Liv Åsen"
    refused = liv("GET", "/v1.0/groups")
    assert (refused.status, refused.json["error"]["code"]) == (403, "Authorization_RequestDenied")


def test_time(tenantry):
    before = tenantry.control("GET", "/clock")["now"]
    assert tenantry.advance("P1D") > before
