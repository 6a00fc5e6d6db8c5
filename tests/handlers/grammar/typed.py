"""Hypothesis strategies of what may be typed behind a command."""

from __future__ import annotations

from hypothesis import strategies as st

TYPED = (
    "1200 1,200 1.200 0 -5 (20+30)*2 ( ) 1/0 1/3 1.5k ₹5 $ EUR 5 eur 45eur @bob @chen -@bob -me"
    " me all @all @me 500 40% 40 % x2 2x x +100 -50 ×2 paid by and , & on yesterday 2024-02-16"
    ' 31.2. 3/4 16 feb mon #food #12 # // \n /split \\on \\@x " “ @"Aunt May" @दीदी १२ 🍕'
    " https://a/x//y -- − \u200b \u202e \u200d 1' .5 5. \\ /- 7up it's 'x @a,@b:5 a@b"
)
PIECES = st.sampled_from(TYPED.split(" "))
LINES = st.lists(PIECES, max_size=14).map(" ".join)
TEXTS = st.one_of(LINES, st.text(max_size=60), st.text(alphabet="0123456789.,'+-*/()kx%e ₹@"))
