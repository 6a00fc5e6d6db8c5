"""Who shares: `sharers` are named or left out, `ratios` say how, or how many ways."""
