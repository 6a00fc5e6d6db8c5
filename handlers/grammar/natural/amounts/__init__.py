"""Which number of a line is its amount.

`places` finds where one may stand, `choices` takes the only one, or asks which of the `readings`
is meant: several may be of different things (`labels`), at a price of each (`prices`), paid by
different people (`paid_for`), or a tip (`tips`). `extras` are added to the amount, and
`fractions` are said of it: "half of 500". Sums and products may be `spread` over several words.
`dated` takes a day before it apart, `days_of_things` the day that something was of.
"""
