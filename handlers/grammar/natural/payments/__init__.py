"""Money handed over, and money that came back.

`payments` reads /settle and `meant` tells that an expense is a payment, both by `transfers`,
for whatever `reasons`, or `handed` over with a note; `refunds` are expenses whose
money `came_back`.
"""
