"""How somebody can be paid: their details, checked, and what a payment code of them says."""
