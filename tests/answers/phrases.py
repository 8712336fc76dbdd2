"""Phrases of answers and what their figures mean, as `told` in test_figures.py writes it; "" for no figure.

A line is a phrase and, behind "|", the meanings of its figures in order, parted by ";".
"""

NUMBERS = """
thirteen escalations | 13
a hundred and twenty covers | 120
a hundred twenty covers | 120
one hundred and twenty covers | 120
twenty-five hundred pallets | 2500
twenty five hundred pallets | 2500
two and a half thousand pallets | 2500
two thousand five hundred pallets | 2500
2,500 pallets | 2500
2 500 pallets | 2500
2’500 pallets | 2500
2500 pallets | 2500
2.5k pallets | 2500
2.5 thousand pallets | 2500
twelve hundred calls | 1200
a million and a half rows | 1500000
one and a half million rows | 1500000
one point five million rows | 1500000
1.5M rows | 1500000
a dozen drivers | 12
two dozen drivers | 24
half a dozen drivers | 6
half a million rows | 500000
three quarters of a million rows | 750000
a quarter of a million rows | 250000
four hundred and twelve participants | 412
four hundred twelve participants | 412
ten thousand orders | 10000
10k orders | 10000
10 K orders | 10000
three hundred forty k orders | 340000
two hundred and five thousand rows | 205000
a million two hundred thousand rows | 1200000
1 million 200 thousand rows | 1200000
seven billion rows | 7000000000
two lakh users | 200000
one oh five tickets | 105
two forty tickets | 240
thirteen hundred and fifty tickets | 1350
zero incidents | 0
four point seven stars | 4.7
point five stars | 0.5
nine point oh five stars | 9.05
ninety nine stars | 99
1½ stars | 1.5
8−12 pallets | 8~12
４２ pallets | 42
١٢ pallets | 12
"""

RATIOS = """
13/14 | 13/14
13 / 14 | 13/14
13 of 14 | 13/14
13 out of 14 | 13/14
13 out of the 14 | 13/14
13 of the 14 | 13/14
13 of our 14 escalations | 13/14
thirteen of fourteen | 13/14
thirteen of the fourteen cases | 13/14
thirteen out of fourteen | 13/14
thirteen out of a total of fourteen | 13/14
thirteen cases out of fourteen | 13/14
thirteen executive escalations out of the fourteen | 13/14
thirteen um of fourteen | 13/14
thirteen, uh, out of fourteen | 13/14
thirteen you know of fourteen | 13/14
all but one of the fourteen | 13/14
all but one of fourteen | 13/14
all except one of our 14 clients | 13/14
all but one out of fourteen | 13/14
all fourteen | 14/14
all 14 of them | 14/14
all of the fourteen | 14/14
all three sites | 3/3
every one of the fourteen | 14/14
every single one of the 14 | 14/14
none of the 14 | 0/14
nine in ten | 9/10
nine out of ten | 9/10
nine out of every ten | 9/10
one in eight | 1/8
1 in 8 | 1/8
one in every eight parcels | 1/8
one in eight hundred | 1/800
5 per 1,000 | 5/1000/1000
four point seven out of five | 4.7/5
4.7/5 | 4.7/5
4,7/5 | 4.7/5
4.7 out of 5 stars | 4.7/5
9.2/10 | 9.2/10
3:1 | 3/1
we went fourteen for fourteen | 14/14
of the fourteen escalations, we closed thirteen | 14?; 13/14
of the 14, 13 were closed | 14?; 13/14
there were 14 escalations and I closed 13 of them | 14?; 13/14
we had 14 escalations, 13 of which I closed | 14?; 13/14
thirty-eight nurses work there and I trained all but two of them | 38; 36/38
seven of the nine teams | 7/9
"""

PERCENTS = """
93% | 93%
93 % | 93%
93 percent | 93%
93 per cent | 93%
93 pct | 93%
ninety-three percent | 93%
ninety three per cent | 93%
ninety-nine point nine five percent | 99.95%
99 point 95 percent | 99.95%
ninety nine point nine percent | 99.9%
99,95 % | 99.95%
two point eight per cent | 2.8%
ninety-seven and a half percent | 97.5%
a hundred percent | 100%
one hundred per cent | 100%
hundred percent | 100%
half a percent | 0.5%
four nines | 99.99%
half of them | 50%
by half | 50%
a quarter of the cost | 25%
three quarters of the team | 75%
three-quarters of the team | 75%
a third of the team | 33.3333%
two thirds | 66.6667%
two-thirds of the team | 66.6667%
a fifth of the budget | 20%
four fifths | 80%
93％ | 93%
12 percentage points | 12pt
twelve points | 12pt
12 pts | 12pt
12pp | 12pt
50 basis points | 0.5pt
down 38 percent | -38%
minus 38 percent | -38%
minus thirty-eight per cent | -38%
-38% | -38%
−38% | -38%
up 12% | +12%
38% fewer errors | -38%
38 percent less waste | -38%
38 percent lower | -38%
a 38 percent reduction | -38%
a 38% drop in waste | -38%
cut waste by 38% | -38%
we cut the waste in both kitchens by 38 percent | -38%
reduced it by about 38 percent | -~38%
grew by 12 percent | +12%
a 12% increase | +12%
up 12 points | +12pt
dropped to 38 percent | 38%
"""

MONEY = """
$1.2M | 1200000 usd
$1.2 M | 1200000 usd
$1.2 million | 1200000 usd
1.2 million dollars | 1200000 usd
one point two million dollars | 1200000 usd
one point two million | 1200000
a million dollars | 1000000 usd
a million and a half dollars | 1500000 usd
$1,200,000 | 1200000 usd
US$1.2m | 1200000 usd
USD 1.2m | 1200000 usd
€340k | 340000 eur
340k euros | 340000 eur
340,000 euros | 340000 eur
€340.000.000 | 340000000 eur
three hundred and forty thousand euros | 340000 eur
£2.4bn | 2400000000 gbp
two point four billion pounds | 2400000000 gbp
forty grand | 40000
five hundred bucks | 500 usd
fifty quid | 50 gbp
twelve cents | 0.12 cent
$0.12 | 0.12 usd
half a million dollars | 500000 usd
one to two million dollars | 1000000~2000000 usd
$1 to 2 million | 1000000~2000000 usd
"""

MULTIPLES = """
3x | 3x
3× | 3x
x3 | 3x
tripled | 3x
we trebled it | 3x
doubled | 2x
double the rate | 2x
twice as fast | 2x
twice the team's average | 2x
three times faster | 3x
three times as many | 3x
three times the average | 3x
threefold | 3x
a three-fold rise | 3x
three fold | 3x
tenfold | 10x
10-fold | 10x
halved | 0.5x
quadrupled | 4x
by a factor of three | 3x
2.5x | 2.5x
two and a half times faster | 2.5x
I called three times a week | 3 times/week
"""

DURATIONS = """
ten days | 10 day
about ten business days | ~10 business day
ten working days | 10 business day
two weeks | 2 week
a fortnight | 2 week
an hour and a half | 1.5 h
one and a half hours | 1.5 h
1.5 hours | 1.5 h
2½ hours | 2.5 h
2 1/2 hours | 2.5 h
two and a half hours | 2.5 h
two hours and a half | 2.5 h
ninety minutes | 90 min
90 min | 90 min
90min | 90 min
1h30m | 90 min
1h 30m | 90 min
1 hr 30 min | 90 min
an hour and twenty minutes | 80 min
two hours and fifteen minutes | 135 min
half an hour | 0.5 h
half a day | 0.5 day
quarter of an hour | 0.25 h
a quarter of an hour | 0.25 h
three quarters of an hour | 0.75 h
210 ms | 210 ms
two hundred and ten milliseconds | 210 ms
thirty seconds | 30 s
30s | 30 s
a 90-day plan | 90 day
a five-minute call | 5 min
six months | 6 month
a year and a half | 1.5 year
a week and a half | 1.5 week
a year and three months | 15 month
two years | 2 year
24h | 24 h
eight to twelve weeks | 8~12 week
8-12 weeks | 8~12 week
8 – 12 weeks | 8~12 week
between eight and twelve weeks | 8..12 week
nine or ten days | 9..10 day
under five minutes | <5 min
<5 min | <5 min
less than five minutes | <5 min
within five minutes | <5 min
five minutes or less | <5 min
over two hours | >2 h
more than two hours | >2 h
just under two weeks | <2 week
two weeks or so | ~2 week
some ten days | ~10 day
ten-ish days | ~10 day
ten or so days | ~10 day
ten plus days | 10 day
"""

CHANGES = """
from 40 to 15 | 40->15
from forty to fifteen | 40->15
40 -> 15 | 40->15
40 → 15 | 40->15
40→15 | 40->15
40 down to 15 | 40->15
went from 40 all the way down to 15 | 40->15
from about 40 to just 15 | 40->15
from 42 pages a week to 11 | 42->11/week
from 42 pages a week in 2021 to eleven | 42->11/week
15, down from 40 | 40->15
15 pages, down from 40 | 40->15
15 instead of 40 | 40->15
15 rather than 40 | 40->15
15 compared with 40 | 40->15
down to 15 from 40 | 40->15
61 (was 42) | 42->61
from 18 percent to six | 18->6%
from 18 to 6 percent | 18->6%
18% → 6% | 18->6%
up from 71 percent to 96 | 71->96%
from $1.1M to $1.4M | 1100000->1400000 usd
from three weeks to four days | 3 week->4 day
3 weeks to 4 days | 3 week->4 day
74 → 19 min | 74->19 min
from seventy-four minutes to nineteen | 74->19 min
from 74 to 19 minutes | 74->19 min
from nine incidents a month to two | 9->2/month
15 to 40 | 15~40
40 to 15 | 40->15
cut by 25 | -25
"""

CLAIMS = """
about ninety percent | ~90%
roughly 90% | ~90%
around ninety per cent | ~90%
~90% | ~90%
nearly ninety percent | <90%
almost 90 percent | <90%
just over ninety percent | >90%
at least 90% | >90%
upwards of 90% | >90%
10k+ | >10000
500+ users | >500
ten or more | >10
up to 40 people | <40
the target was 93 percent | 93%(aim)
against a target of 93 percent | 93%(aim)
we had aimed for 93% | 93%(aim)
the industry average is 12% | 12%(aim)
we would have reached 93 percent | 93%(aim)
it used to be 40 | 40(before)
it was 71% before | 71%(before)
previously 40 | 40(before)
we had been at 71% | 71%(before)
instead of 40 | 40(before)
not 40 but 15 | 40(denied); 15
never 40 | 40(denied)
not only 13 | 13
12, no, 13 of 14 | 12(replaced); 13/14
12 no 13 of 14 | 12(replaced); 13/14
12 of 14, sorry, 13 of 14 | 12/14(replaced); 13/14
13 of 15, I mean 14 | 13/15(replaced); 13/14
ten days, no, twelve days | 10 day(replaced); 12 day
ten, wait, twelve days | 10(replaced); 12 day
90, sorry, 93 percent | 90(replaced); 93%
thirteen thirteen of fourteen | 13(replaced); 13/14
#1 | #1
number one in the region | #1
we ranked first | #1
first place | #1
1st place | #1
the top 10 | #10
the top 5% | 5%
24/7 | 24/7
twenty-four seven | 24/7
around the clock | 24/7
not a single complaint | 0?
no complaints | 0?
one incident | 1?
"""

NOTHING = """
in 2019
since 2021 we did that
back in twenty nineteen
in twenty twenty-three
in nineteen ninety-eight
2021 was hard
by the end of 2022
the first time
the second one
my third manager
the 14th of May
on May 14
on 14 March we met
on 12/05/2024
on 2024-05-12
at 10:30
at 10 am
at 5 pm
at nine o'clock
version 2.3
v2.3.1
python 3.11
room 14
in room fourteen
ticket 4411
flight 212 was late
ISO 9001
COVID-19
Q3
B2B
COBOL-85
step 2
phase 3
Section 8 was new
level 3
no one of them knew
one of them said so
one day the customer called
that one
which one
the one thing
one by one
a second opinion
wait a second
the second half
in the first half
this quarter
last quarter
in a quarter
a third party
once a week
a couple of people
several people
hundreds of people
thousands of rows
dozens of calls
half the time it rained
halfway there
1. Called the client
call me on 5550123456789012
123456789012345678901234567890
3D printing
a lot of it
many, most, some
nobody, nothing, none
"""
