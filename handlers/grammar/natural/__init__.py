"""What people write without @ and marks, turned into the words that `clauses` reads.

Rewriting changes words in place: a name becomes `@name`, "paid by" becomes `paid`, "except
bob" becomes `-@bob`, and the amount moves to the front. A line written in the grammar's own
form passes through unchanged (`plain_lines` tells most of these at once).

Where to look, in the order in which `reading` asks:

- words that are written as one: `marks`, `glued`, `attached`; sets: `sets`; numbers in words:
  `thousands`, `currency_words`;
- which number is the amount: `amount_choices` of the `amount_places`; what is added to it:
  `extras`; a bill of several lines: `items`; nothing but parts: `parts_alone`; money that came
  back: `refunds`;
- parts: `parts_before`, `fractions_of_all`, `dashes`, and the part of a sum that is said for
  both, `fractions_of_amount`; then word by word (`rewriting`) who paid (`payers`, `treats`), who
  owes (`owing`), who shares and who does not (`sharers`), by which ratio (`ratios`), for how many
  (`headcounts`), and when (`days`);
- lines that say nothing but who owes whom, whole: `debts`, by `debt_sentences`, and to several
  `owed_to_several`; what one paid for another: `bought_for`; what English says in
  other words than the rules know: `turns_of_phrase`;
- a change of an entry: `changes_said`, and who joins or leaves: `joining`; an expense that only
  puts the last one right: `corrections_meant`;
- a payment: `payments` and `payment_meant`, both by `transfers`;
- names of nobody where money depends on them: `strangers`; greetings and thanks: `small_talk`.

All of them ask `phrases` who is named at a word, and `runs` what the words of a language mean.
"""
