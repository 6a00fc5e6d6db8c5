"""A group of three on a trip to Goa, who reach it over HTTP, for the tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from bot.web.api.tokens import TokenKind
from ledger.accounts import founding, registering, showing
from ledger.book.open_book import Defaults
from ledger.core.accounts import Account
from ledger.core.money import Currency
from ledger.storage.database import Transaction

if TYPE_CHECKING:
    from tests.bot.web.api.conftest import Office

INR = Currency("INR")
DEFAULTS = Defaults(INR, "Asia/Kolkata")


@dataclass(frozen=True, slots=True)
class Trip:
    """The group by its id, and Bob, Charlie and Alice by their accounts; Bob is its admin."""

    office: Office
    group: str
    bob: Account
    charlie: Account
    alice: Account

    async def ask(
        self, method: str, path: str, body: object = None, by: Account | None = None, **headers: str
    ) -> httpx.Response:
        """Call the API as somebody, as a trusted backend where nobody is named."""
        service = self.office.api.settings.api_service_token
        assert service is not None
        token = service.get_secret_value() if by is None else token_of(self.office, by)
        return await self.office.ask(method, path, body, token, **headers)

    async def data(
        self, method: str, path: str, body: object = None, by: Account | None = None, **headers: str
    ) -> Any:  # JSON
        """Call the API, expect that it is well, and return the data."""
        told = await self.ask(method, path, body, by, **headers)
        assert told.status_code in {200, 201}, told.text
        return told.json()["data"]

    def expense(self, amount: object, paid_by: Account, *sharing: Account, **said: object) -> Any:
        """Return a body of an expense that some share equally."""
        return {
            "groupId": self.group,
            "paidBy": paid_by.public_id,
            "amount": amount,
            "description": "Hotel Booking",
            "splitType": "EQUAL",
            "splits": [{"userId": one.public_id} for one in sharing],
            **said,
        }

    async def record(
        self, amount: object, paid_by: Account, *sharing: Account, **said: object
    ) -> Any:
        """Record an expense that some share equally."""
        return await self.data(
            "POST", "/api/expenses", self.expense(amount, paid_by, *sharing, **said)
        )


def token_of(office: Office, account: Account) -> str:
    """Return a token that somebody calls with."""
    claims = office.api.tokens.new_claims(account.id, TokenKind.ACCESS)
    return office.api.tokens.signed(claims, TokenKind.ACCESS)


async def begin_trip(office: Office, domain: str = "example.com") -> Trip:
    """Make the three and their group."""

    def begin(tx: Transaction) -> tuple[str, list[Account]]:
        people = [
            registering.register(tx, name, email=f"{name.split()[0].lower()}@{domain}")
            for name in ("Bob Smith", "Charlie Brown", "Alice Johnson")
        ]
        users = [one.user_id for one in people]
        book = founding.found_group(tx, "Goa Trip 2024", None, users, DEFAULTS)
        return showing.ids_of_groups(tx, [book.group.id])[book.group.id], people

    group, (bob, charlie, alice) = await office.api.threads.run(begin)
    return Trip(office, group, bob, charlie, alice)
