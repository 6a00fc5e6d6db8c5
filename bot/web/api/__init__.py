"""The HTTP API: both contracts and what the Mini App needs, on the book of the chat.

`application` puts it together. A request goes through `calls.CallRoute`: who calls (`who`), how
often (`limits`), what the body says (`bodies`), then the route; whatever is raised on the way is
answered by `errors`. The rooms: `routes` (thin), `schemas` (what JSON looks like), `asked` (bodies
into the ledger's values), `shown` (its finished values into schemas), `docs` (the page that shows
it all).

To add a call:

1. Its bodies and answers go to `schemas/`: `Body` and `Shown` for calls under `/api` (camelCase by
   themselves), `ShortBody` for the short calls (`/addExpense`). Amounts are `money.Amount` in a
   body and `money.decimal_text` or `money.number` in an answer, moments `money.Moment`, ids `Id`.
   A schema is none of the ledger's values.
2. Its function goes to a module of `routes/`, on a `router = APIRouter(prefix="/api", tags=["…"],
   route_class=CallRoute)`, or one without a prefix for a short call. Add the router to `ROUTERS`
   in `routes/__init__`. Its parameters: `api: Here` (threads, settings, clock), `caller: Known`,
   `body: TheBody`. Its return type is the answer's schema: `Data[Shown]` under `/api`. Books are
   opened by `books`, and people found by `people`: they know who may see what.
3. It does one thing with the book: one use case of the ledger in one `await api.threads.run(…)`,
   or in `api.threads.read(…)` where it only reads, so that nobody waits for it;
   what changes something in one `return await change.run(…)` of a parameter `change: Once`
   (`changes`), which answers the same to the same `Idempotency-Key`. Such a route returns a
   `Response` and has `response_model=Data[Shown]`; what it writes has the source `change.source`.
   A group's book is changed through `books.change_group`, `change_entry` or `changed`, which
   have the group's chat told of it.
   What it refuses is raised: a `LedgerError` of the ledger, or `errors.not_found("group")` and its
   neighbours; never built into an answer by hand.
4. Nobody calls it without a token unless it has `openapi_extra=OPEN`; a token that only reads is
   refused whatever is no GET unless it has `openapi_extra=READS`. A body may have 1 MiB, unless
   it is a file and the call has `openapi_extra=TAKES_FILES`.
"""
