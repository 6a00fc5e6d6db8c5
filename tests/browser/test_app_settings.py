"""How a group is set, who is in it, what recurs there, and what is one's own, by taps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.phone import Phone


@pytest.fixture
def phone(open_phone: Callable[..., Phone]) -> Phone:
    phone = open_phone()
    phone.tap("Settings")
    phone.at("settings")
    return phone


def test_an_admin_sets_the_group(phone: Phone) -> None:
    phone.row("Currency").click()
    phone.app.get_by_role("searchbox", name="Search").fill("EUR")
    phone.app.get_by_role("radio", name="Euro").click()
    expect(phone.row("Currency")).to_contain_text("EUR")
    phone.row("Weekly summary").click()
    phone.tap("Friday", inside="dialog")
    phone.app.get_by_label("Time", exact=True).fill("18:30")
    phone.press_main("Save")
    expect(phone.row("Weekly summary")).to_contain_text("Monday and Friday, 6:30")
    phone.row("Reminders").click()
    phone.app.get_by_role("radio", name="Every day").click()
    phone.fill("Debts from this amount on", "250")
    phone.press_main("Save")
    expect(phone.row("Reminders")).to_contain_text("of debts from €250 on")
    phone.close()
    phone.chat.say("Alice", "/settings")
    expect(phone.chat.message("Settings")).to_contain_text("EUR")


def test_somebody_who_is_no_admin_changes_nothing(phone: Phone) -> None:
    phone.close()
    bob = Phone(phone.chat, "Bob")
    bob.open_group(phone.title)
    bob.tap("Settings")
    expect(bob.app.get_by_text("Only an admin can change these.")).to_be_visible()
    expect(bob.button("Currency")).to_have_count(0)


def test_members_come_count_twice_become_admins_and_go(phone: Phone) -> None:
    phone.tap("Add somebody")
    phone.app.get_by_role("textbox", name="Add somebody").fill("Grandma")
    phone.press_main("Save")
    expect(phone.row("Grandma")).to_contain_text("guest")
    phone.row("Grandma").click()
    phone.row("Counts as").click()
    phone.app.get_by_role("textbox", name="Counts as").fill("0.5")
    phone.press_main("Save")
    expect(phone.row("Counts as")).to_contain_text("× 0.5")
    phone.tap("Remove from the group")
    phone.tap("Remove", inside="dialog")
    expect(phone.app.get_by_role("heading", name="Settings")).to_be_visible()
    expect(phone.row("Grandma")).to_have_count(0)
    phone.row("Bob").click()
    phone.row("Role").click()
    phone.app.get_by_role("radio", name="admin").click()
    expect(phone.row("Role")).to_contain_text("admin")
    phone.tap("Remove from the group")
    phone.tap("Remove", inside="dialog")
    expect(phone.app.locator(".toast")).to_contain_text("₹2,000")


def test_the_book_is_taken_along_as_a_file(phone: Phone) -> None:
    phone.tap("The whole book as a file")
    with phone.page.expect_download() as downloading:
        phone.tap("JSON")
    assert downloading.value.suggested_filename.endswith(".json")
    assert '"hotel"' in downloading.value.path().read_text()


def test_a_file_of_another_app_is_shown_before_it_is_taken_over(phone: Phone) -> None:
    phone.tap("The whole book as a file")
    with phone.page.expect_file_chooser() as choosing:
        phone.tap("Bring a file of another app in")
    choosing.value.set_files(
        {
            "name": "splitwise.csv",
            "mimeType": "text/csv",
            "buffer": (
                b"Date,Description,Category,Cost,Currency,Bob,Dora\n"
                b"2024-02-16,Ferry,Transport,90.00,INR,45.00,-45.00\n"
            ),
        }
    )
    expect(phone.row("Dora").first).to_contain_text("Somebody new")
    phone.row("Dora").first.click()
    phone.app.get_by_role("radio", name="Charlie").click()
    expect(phone.row("Dora").first).to_contain_text("Charlie")
    phone.press_main("Import 1 entry")
    expect(phone.app.get_by_text("1 entry is here now.")).to_be_visible()
    phone.back()
    phone.back()
    expect(phone.row("Ferry")).to_contain_text("Bob: ₹90")


def test_one_press_takes_an_import_back(phone: Phone) -> None:
    phone.tap("The whole book as a file")
    with phone.page.expect_file_chooser() as choosing:
        phone.tap("Bring a file of another app in")
    line = b"2024-02-16,Ferry,Transport,90.00,INR,45.00,-45.00"
    choosing.value.set_files(
        {
            "name": "splitwise.csv",
            "mimeType": "text/csv",
            "buffer": b"Date,Description,Category,Cost,Currency,Bob,Dora\n" + line,
        }
    )
    phone.press_main("Import 1 entry")
    phone.tap("Undo all of it")
    expect(phone.app.get_by_text("1 entry was taken back.")).to_be_visible()
    phone.press_main("Done")
    expect(phone.row("Dora")).to_have_count(0)
    phone.back()
    expect(phone.row("hotel")).to_be_visible()
    expect(phone.row("Ferry")).to_have_count(0)


def test_an_expense_recurs_is_paused_skipped_and_stopped(phone: Phone) -> None:
    phone.back()
    phone.tap("Recurring")
    phone.press_main("Add")
    phone.type_amount("15000")
    phone.fill("What for?", "rent")
    phone.app.get_by_role("combobox", name="How often").select_option(label="every month")
    phone.app.get_by_label("Time", exact=True).fill("10:00")
    phone.press_main("Add")
    rent = phone.row("rent")
    expect(rent).to_contain_text("every month on day")
    expect(rent).to_contain_text("next")
    rent.click()
    phone.app.get_by_role("radio", name="Pause").click()
    expect(rent).to_contain_text("It is paused.")
    rent.click()
    phone.app.get_by_role("radio", name="Go on").click()
    expect(rent).to_contain_text("next")
    rent.click()
    phone.app.get_by_role("radio", name="Change").click()
    phone.amount.fill("16000")
    phone.press_main("Save")
    expect(rent).to_contain_text("₹16,000")
    rent.click()
    phone.app.get_by_role("radio", name="Stop").click()
    phone.tap("Stop", inside="dialog")
    expect(rent).to_have_count(0)


def test_ones_own_language_is_spoken_at_once_and_the_next_time(phone: Phone) -> None:
    phone.back()
    phone.back()
    phone.row("Language, how people").click()
    phone.at("you")
    phone.row("Language").click()
    phone.app.get_by_role("radio", name="العربية").click()
    expect(phone.app.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.row("اللغة")).to_contain_text("العربية")
    phone.close()
    again = Phone(phone.chat, "Alice")
    again.open_group(phone.title)
    expect(again.app.locator("html")).to_have_attribute("dir", "rtl")
    again.app.locator(".bar").first.click()
    expect(again.app.locator(".entry-head")).to_be_visible()
    again.close()
    tidy = Phone(phone.chat, "Alice")
    tidy.app.locator("home-page .row").last.click()
    tidy.at("you")
    tidy.row("اللغة").click()
    tidy.app.get_by_role("radio", name="English", exact=True).click()
    expect(tidy.app.locator("html")).to_have_attribute("dir", "ltr")
