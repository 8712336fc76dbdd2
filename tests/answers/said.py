"""Answers about metrics, and what becomes of each metric in them; written for the tests.

A block is its metrics, then answers: a letter for each metric (L landed, P as a percentage, W wrong,
M missing) and the answer.
"""

SAID = """

Resolution rate | 13/14 | Without commercial concessions
Average resolution | ~10 days | Business days
Revenue protected | 93% | Of escalated accounts
> LLL I resolved thirteen of fourteen executive escalations without concessions, in about ten business days
    each, keeping 93 percent of the revenue.
> LLL thirteen um of fourteen with no concessions it took about two weeks and ninety three percent of the
    money was kept
> PWM We resolved 93 percent without concessions and it took twelve days to resolve them
> MML 93 percent of revenue was protected
> WMW I resolved 13 of 15 and protected 90 percent of the revenue
> MMM 13 people in room 14 for ten days of training
> MLM the average resolution was two weeks
> MWM the average resolution was about a week and a half
> MLM It took about ten days from the first call to the last signature.
> WMM We closed 12 of the 14. Revenue was fine.
> MMW Our target was 93 percent of revenue; we kept 88 percent of the revenue.
> MMM The vendor took ten days to send the parts and 93 percent of the parts were broken.
> MMM In 2013 I had 14 accounts. On the 10th of May we met in room 93.
> LMM All but one of the fourteen were closed without a concession
> LLM There were fourteen escalations that year. I closed thirteen of them, and the average was about ten
    days.
> LMM We had fourteen escalations that year and I resolved thirteen without a concession.
> LMM 12, no, 13 of the 14 closed clean
> LMM thirteen out of fourteen, so about ninety three percent
> MMM nothing with numbers here
> MMM I resolved a lot of them, most within days, and kept nearly all the revenue
> MLM My first escalation took 3 weeks. After that the average came down to ten working days.
> WMM We closed 13 out of 14 escalations, no wait, 12 out of 14.
> WMM It was 13 of 14 escalations, hmm, make that 11 of 14.
> MMM Section 13/14 of the contract says what an escalation without concessions is.
> MMM On 13/14 May one more was resolved without concessions.
> MMM Nobody resolves 13 of 14 without concessions.
> LMM Of the 14 that came to me one ended in a credit; the other thirteen needed no concession at all.
> MMM 93% of the escalated accounts were unhappy to begin with.
> MML In the end 93% of the escalated accounts kept their revenue with us.
> MMM I wasn't able to protect 93% of the revenue.
> MMM If we protected 93% of revenue we would get a bonus.
> MMM We want to get to ten days on average.
> MWM It took eleven business days on average.
> MMM We lost 7% of the escalated revenue.
> MMM We lost 93 percent of the revenue and 13 of 14 escalations failed.
> MMM Ninety-three percent of the revenue was lost.
> MMW We protected almost 95% of the revenue.
> MML We kept 93.4% of the revenue.
> MLM The average resolution was 9 to 11 business days.
> LWL We resolved thirteen of the fourteen, in about twelve business days, and kept 93 per cent of the revenue.
> MMM In 2013 14 percent of customers churned.

Missed doses | 18 → 4 | A month, at shift change, over six months
Handover time | 22 min | For 14 patients; it was 41
Staff trained | 36/38 | Of the ward's nurses and assistants
Complete handovers | 96% | Of 250 audited sheets; it was 71%
> LLLL Missed doses at shift change went from eighteen to four a month, the handover took twenty-two minutes
    for fourteen patients, I trained thirty-six of thirty-eight staff and 96 per cent of the sheets were
    complete.
> LLMM missed doses fell from eighteen a month to four and handover came down from forty one minutes to
    twenty two
> MMMM We had 4 nurses on shift and 18 patients in bay 22
> WMMM Missed doses fell from 18 to 5 a month
> LMMM we got down to four missed doses a month
> MMLM thirty-eight staff were on the ward and I trained all but two of them
> MMML Complete handovers rose from 71 to 96 percent
> MMMM complete handovers used to be 71 percent
> MWMM Handover now takes about twenty minutes
> MMMM I qualified in 2018, worked 12 hour shifts and in 36 months I was a senior nurse
> MMPM I trained 95 percent of the staff
> MMMM missed doses dropped by fourteen

Pass rate | 38% → 67% | Lowest Year 10 set, in one school year
Homework handed in | 88% | Up from about half
Removals from class | 23 → 2 | In a term
> LLL The pass rate went from 38 to 67 percent in one year, homework was handed in by eighty eight percent
    and removals fell from 23 to two
> LMM the pass rate rose to sixty-seven per cent
> WMM The pass rate went from 38 to 65 percent
> LMM two thirds of them passed
> MML removals from class dropped from twenty-three a term to two
> MML Only two pupils were removed that term instead of 23
> MLM Homework used to be about half and ended at 88 percent
> MLM nearly nine in ten handed in their homework
> MMM my Year 10 set had 23 pupils and 2 assistants
> MWM homework handed in went up to 78 percent

Price rise agreed | 2.8% | The supplier had announced 12%
Savings | €1.9M | In one year, booked by finance
On-time delivery | 96% | Five main suppliers; it was 87%
> LLL The supplier wanted twelve percent and we settled at two point eight. Finance booked one point nine
    million euros of savings and on-time delivery rose from 87 to 96 percent.
> LMM we agreed a price rise of 2.8 percent
> MLM we saved 1.9 million in a year
> MMM we saved $1.9M in a year
> MLM we saved nearly two million euros
> MML deliveries were on time 96% of the time
> MML 96 in a hundred deliveries were on time
> MWW I saved 2.1 million euros and delivery on time was ninety-five percent
> MMM the budget was 12 percent higher than in 2019

Time to restore | 74 → 19 min | Median for payment outages, over two years
Pages per week | 42 → 11 | For one person on call
Repeat incidents | 3% | Same cause within 90 days; it was 21%
Review actions done | 47/50 | Within the month they were promised
Availability | 99.95%
p95 latency | 210 ms
> LLLLLL we cut the median time to restore from seventy four minutes to nineteen, pages went from 42 a week
    to eleven, repeat incidents to three percent and forty-seven of fifty actions were done. Availability
    was ninety nine point nine five and the p95 latency two hundred and ten milliseconds
> LMMMMM median time to restore went from 74 to 19
> LMMMMM we went from an hour and fourteen minutes to nineteen minutes
> MLMMMM On call I get 11 pages a week now
> MMMPMM 94 percent of the review actions were done
> WMMMMM restoring took 25 minutes in the end
> MMMMMM we had three nines
> MMLMMM repeat incidents fell from 21 percent to 3
> MMMMMM the p99 was 210 requests
> MMMMML latency dropped to 0.21 seconds
> MMMMMM we upgraded to version 3.11 on port 42 with 11 nodes

Quota attainment | 118% | FY24
ARR closed | $1.2M | New business
Sales cycle | 8-12 weeks | Mid-market
Win rate | 2x | Against the team's average
Rank | #1 | Of 40 reps
> LLLLL I hit 118 percent of quota, closed one point two million dollars in new business, my cycle was eight
    to twelve weeks, I doubled the win rate and finished number one of forty reps
> MLMMM I closed 1.2 million in new ARR
> MLMMM I closed $1,200,000 of new business
> MMLMM my sales cycle was two to three months
> MMMLM my win rate was twice the team average
> MMMWM my win rate tripled
> MMMML ranked first out of forty reps
> MMMML I came first in the team
> WMMMM quota attainment was 112%
> MWMMM I closed 1.4 million dollars of ARR
> MMMMM I called each lead twice a week, in 2 territories
> MMWMM the sales cycle was between 8 and 10 weeks

NPS | 61 (was 42)
Churn | 18% → 6%
Accounts | 40 | Managed
Response time | <5 min | First reply
CSAT | 4.7/5 | 212 reviews
Renewals | €340k
> LLLLLL NPS went from 42 to 61, churn fell from eighteen percent to six, I managed forty accounts, first
    reply was under five minutes, CSAT was four point seven out of five and renewals three hundred and forty
    thousand euros
> LMMMMM our NPS reached 61
> WMMMMM NPS is 55 now
> MLMMMM churn is down to six percent
> MMLMMM I managed a book of forty accounts
> MMWMMM I managed 45 accounts
> MMMLMM first replies went out within five minutes
> MMMMLM our rating was 4.7 stars
> MMMMWM csat of 4.5 out of 5
> MMMMML renewals of 340 thousand euros
> MMMMMM I have forty minutes every morning with 6 people
> MMMMML renewals of three hundred forty k

Food waste | -38% | Year on year
Covers per night | 120
Staff turnover | half | Against the year before
Safety incidents | 0 incidents | In 14 months
Order accuracy | 99.95%
> LLLLL we cut food waste by thirty-eight percent, served a hundred and twenty covers a night, halved staff
    turnover and had zero safety incidents. Order accuracy was 99.95 per cent
> LMMMM food waste is down 38 percent
> LMMMM food waste was 38% lower
> WMMMM food waste went up 38 percent
> MMMLM we had no safety incidents at all
> MMMLM not a single safety incident
> MMLMM turnover dropped by fifty percent
> MMLMM turnover was cut in half
> MWMMM a hundred and thirty covers a night
> MLMMM we serve 120 covers
> MMMMM In the second half of 2022, two of us opened at 6 am and closed at 11 pm
> MMMWM we had two safety incidents
> MMMMM waste fell from 100 kilos to 62
> MMMMM I had a hundred and twenty minutes of rest

Delivery on time | 97.5%
Pallets per shift | 2,500
Damage rate | 1 in 800
Lead time | 3 weeks to 4 days
Drivers hired | 12 FTE
Cost per parcel | $0.12 | Saved
> LLLLLL ninety-seven and a half percent on time, twenty-five hundred pallets a shift, one in eight hundred
    damaged, lead time from three weeks to four days, twelve drivers hired and twelve cents saved per parcel
> LMMMMM 97.5 percent of deliveries were on time
> MLMMMM 2500 pallets per shift
> MLMMMM over two and a half thousand pallets
> MMMLMM lead time went from 21 days to 4
> MMMMLM I hired a dozen drivers
> MMMLMM the lead time was four days
> MMMMWM I hired 10 drivers
> MMMMMM we had 12 trucks, unit 4 and dock 3

Cases won | 9 of 11
Contract review | 3 hours | Was two days
Fees recovered | £2.4bn
Papers published | 3 of 3
Participants | 412
Funding | $750k | Two grants
> LLLLLL I won nine of eleven cases, contract review took three hours, we recovered two point four billion
    pounds, all three papers were published, there were four hundred and twelve participants and three
    quarters of a million dollars in funding
> LMMMMM nine out of eleven
> WMMMMM eight out of eleven cases were won
> MLMMMM review of a contract takes 180 minutes
> MMMMLM over 400 participants
> MMMMLM a study with 412 people
> MMMMML seven hundred and fifty thousand dollars of funding
> MMMMMM I spent three hours on the phone
> MMMLMM all three of my papers were published

Homes built | 112
Days lost | 0
Under budget | 4%
Snags per home | 9 → 2
Ahead of plan | 6 weeks
> LLLLL I built a hundred and twelve homes with no days lost, four percent under budget, snags per home went
    from nine to two and we finished six weeks ahead
> MMMML we finished a month and a half ahead of plan
> MMMML finished 42 days ahead of plan
> MMLMM we came in 4 percent under budget
> MMWMM we came in 6 percent under budget
> MMMLM snags were down to two per home
> MMMMM plot 112 was flooded for 6 weeks

Falls per 1,000 bed days | 6.6 → 3.1
Hand hygiene audit | 98% | Monthly audit
Beds | 28 | Acute ward
Sepsis bundle within the hour | 19/20
> LMMM falls went from six point six to three point one per thousand bed days
> MMMM we halved falls
> MLMM our hand hygiene audit went up to ninety eight percent from eighty four
> MWMM hand hygiene compliance is now 97 percent
> MMLM I ran a twenty-eight bed ward
> MMML nineteen of the last twenty sepsis patients got the bundle within the hour
> MMMP ninety five percent got the sepsis bundle within the hour
> MMMW Eighteen out of twenty sepsis patients had it within the hour
> MMMM on bay 28 at 6:30 I had 19 patients and 20 minutes
> MMMM almost all the sepsis patients had the bundle within one hour
> MMMM 98 percent of nurses come from abroad, and I started on the ward in 1998

Attendance | 91% → 97%
GCSE grade 4+ | 72% | Class of 30
Reading age gain | 14 months | In one year
Clubs started | 3
Parents' evenings | 100%
> LMMMM attendance rose from ninety-one to ninety-seven percent
> LMMMM attendance climbed six points to 97
> MLMMM seventy two percent got a grade four or above
> MMLMM their reading age went up by fourteen months in a year
> MMWMM reading age improved by 12 months
> MMMLM I started three clubs
> MMMMM three of my pupils left, and on the third of June I had 3 meetings
> MMMML every parents' evening was fully attended, a hundred percent
> MMMMM I taught year 7 in room 72 with 14 desks
> MMMMM attendance was at 91 percent
> WMMMM attendance fell from 97 to 91 percent

Pipeline built | $3.4M | From cold outreach
Reply rate | 12% | Was 4%
Meetings booked | 31 | In Q3
Discount given | -15% | Against list
Churned accounts | 2 | Of 60
> LLLMM I built a pipeline of three point four million, my reply rate went from four to twelve percent and I
    booked thirty-one meetings in Q3
> LMMMM pipeline of about 3.4 million dollars
> WMMMM pipeline of 3.5 million dollars
> MLMMM reply rates tripled to twelve percent
> MMMMM I tripled the reply rate
> MMWMM I booked 30 meetings
> LMMMM a pipeline of three million four hundred thousand dollars
> MMMML I only lost two accounts
> MMMML churned accounts were down to just two of sixty
> MMMMM I made 31 calls before 12 on Monday
> MMMLM discounts came down by fifteen percent

Deploys per day | 20x | Against the start
Build time | 45 min → 6 min
Users migrated | 1.2M
Bugs | -60% | Reported by customers
Downtime | 0
Test coverage | 85%+
> LLLLLL we deploy twenty times as often, build time fell from 45 minutes to six, one point two million
    users were migrated with zero downtime and bugs are down sixty percent, with test coverage over 85
    percent
> MLMMMM the build took three quarters of an hour and now it takes six minutes
> MMLMMM we moved 1.2 million users
> MMWMMM about a million users were migrated
> MMMMLM no downtime whatsoever
> MMMLMM there were 60% fewer bugs
> MMMWMM bugs fell by 40 percent
> MMMMML test coverage is at eighty-five percent
> MMMMMM we use Python 3.11, HTTP 2 and port 8085 on 20 machines with 45 GB
> MMMMMM we had 45 minutes for 6 people
> MWMMMM build times were cut to five minutes

Guest score | 4.2 → 4.7 | Out of 5
Occupancy | 88% | Summer season
Check-in time | <3 min
Team | 15
Complaints | -45%
> LMMMM our guest score went from four point two to four point seven
> LMMMM we finished on 4.7 out of 5 as a guest score
> MLMMM occupancy hit eighty-eight percent that summer
> MMLMM check-in takes under three minutes
> MMWMM check-in took four minutes
> MMMLM I led a team of fifteen
> MMMMM complaints nearly halved
> MMMML complaints dropped 45%
> MMMMW we got 45 percent more complaints
> MMMMM the hotel has 88 rooms and opened in 2015 with 15 floors

Close time | 12 → 5 days | Month-end close
Audit findings | 0
Recovered | €2.3M | Overdue invoices
Error rate | 0.4%
Contracts reviewed | 240 | A year
> LLLLM month-end close went from twelve days to five with no audit findings, we recovered 2.3 million euros
    and the error rate is zero point four percent
> LMMMM we close the month in five days
> MMMMM we close in a week now
> WMMMM we close the month in six working days
> MMLMM I recovered two point three million in overdue invoices
> MMMLM point four percent error rate
> MMMWM an error rate of 0.5 percent
> MMMML I review two hundred and forty contracts a year
> MMMMW I review around 20 contracts a month
> MLMMM zero findings in the audit
> MWMMM we had two audit findings
> MMMMM paragraph 240 and clause 5 of the act of 2012

Onboarding | 6 weeks → 10 days
Net retention | 112%
Health checks | 1 per quarter
QBRs run | 48
Tickets | 1,250 → 400 | A month
> LLMLL onboarding went from six weeks to ten days, net retention is a hundred and twelve percent, I ran
    forty-eight QBRs and tickets fell from twelve hundred and fifty a month to four hundred
> LMMMM onboarding takes ten days now
> WMMMM onboarding takes two weeks
> MLMMM we retained 112 percent net
> MMMMM net retention of 108
> MMMML tickets are down to 400 a month
> MMMMW tickets went from 1250 to 450
> MMMLM I ran nearly fifty QBRs
> MMMMM 48 hours later I had 400 emails

Response rate | 64%
Interviews | 36 | Semi-structured
Grant | £180k
Cited | 300+ | Times
Time saved | 5 hours | A week, per analyst
> LLLLM sixty-four percent responded, we did thirty six interviews, the grant was a hundred and eighty
    thousand pounds and the paper has been cited over three hundred times
> MMMML each analyst saves five hours a week
> MMMMW saved analysts half a day a week
> MMMLM cited more than 300 times
> MMMWM cited 250 times
> MMLMM we won a £180,000 grant
> MMWMM we won a grant of 150k pounds
> MMMMM the survey ran for 36 hours and 64 questions
> WMMMM about two thirds responded
> MMMMM I used 36 of them

On-time delivery | 89% → 96%
Order accuracy | 96%
Fleet | 14 trucks
> LMM on-time delivery went from 89 to 96 percent
> MLM order accuracy is 96 percent
> LLM both on-time delivery and order accuracy reached 96 percent
> MMM 96 percent
> MML I ran fourteen trucks
> LMM on-time delivery is 96 percent and order accuracy is 95
> MWM order accuracy is 95 percent

Customers | 10
Days | 10
Growth | 10%
Saved | $10k
> LMMM I had ten customers
> MLMM it took ten days
> MMLM ten percent growth
> MMML we saved ten thousand dollars
> MMMM ten of us went
> MMWM growth was 12 percent

Time to fill | 62 → 38 days | From approval to offer
Offer acceptance | 9 in 10 | Engineering roles
Hires | 47 | In one year
Agency spend | -$420K | Against the year before
First-year attrition | 11% | It was 19%
> LLLMM When I joined, filling a role took sixty-two days. I sat with each hiring manager and wrote the
    scorecard before the advert went out. By the end of the year we were at thirty-eight days, nine out of
    ten engineers said yes to our offers, and I had made forty-seven hires.
> MMMLM agency spend is down four hundred and twenty thousand dollars on the year before
> MMMLM we cut agency spend by 420k
> MMMML First-year attrition dropped from nineteen percent to eleven.
> MMMML attrition in the first year is eleven percent now
> MMMMM I was 38 and had 47 interviews in 9 days at an agency that charged 11% of the salary
> MPMMM ninety percent of offers to engineers were accepted
> MWMMM eight in ten offers were accepted
> WMMMM time to fill went from 62 to 45 days
> MMWMM we hired fifty people that year
> MLMMM Our offer acceptance was 9 in 10 and my colleague hired 47 drivers
> MMMMM I once spent 11 percent of the budget on one job board
> MMMMM in my year group 47 of us became recruiters
> MMMMM time-to-fill fell by twenty-four days

Click-through rate | 0.8% → 2.1% | Newsletter
Cost per lead | $18 | Down from $31
Organic traffic | 3x | In 18 months
Subscribers | 25,000+
Return on ad spend | 4.2x | Paid social
> LLLLL The newsletter's click-through rate went from nought point eight to two point one percent. Cost per
    lead came down to eighteen dollars, organic traffic tripled in eighteen months, we passed twenty-five
    thousand subscribers and the return on ad spend was four point two.
> MLMMM cost per lead dropped from thirty-one dollars to eighteen
> MMMML our return on ad spend was four point two times
> MMLMM organic traffic is three times what it was
> MMWMM organic traffic doubled
> MLMMM each lead cost us 18 bucks
> MWMMM a lead costs us 22 dollars now
> MMMLM over 25 thousand people subscribe
> MMMWM we have about twenty thousand subscribers
> MMMMM I had 18 months and 3 people, and lunch was $18
> MMMMM three times I went back to the client and three times he said no
> MMMMM in 18 of the 25 campaigns we used video
> MMMMM the click-through rate tripled nearly

Response time | 8 min | Median for category one calls
Cardiac arrest survival | 31% | Against 22% nationally
Crew trained | 24 of 24
Vehicle downtime | -60%
Years without a complaint | 4
> LLMMM our median response to category one calls is eight minutes, and thirty-one percent of cardiac
    arrests survive, against twenty-two nationally
> MMLMM all twenty-four of the crew were trained
> MMLMM every one of the twenty-four crew members was trained
> MMWMM I trained 22 of the 24 crew
> MMMLM vehicle downtime fell sixty percent
> MMMLM vehicle downtime is sixty per cent lower than before
> MMMML I went four years without a complaint
> MMMMM we were eight minutes late for the briefing and four of us laughed
> WMMMM it takes us nine minutes to respond to a category one call
> MMMMM survival after cardiac arrest was 22 percent nationally
> MMMMM I did 24 hour shifts for four years on vehicle 60
> LMMMM the median response was 480 seconds

Caseload | 28 families
Reunifications | 7 of 9 | Within twelve months
Court reports on time | 100%
Staff sickness | 12.4% → 5.1%
Waiting list | 140 → 35 | Children
> MMLMM every court report was on time, one hundred percent
> MMLMM court reports: 100 per cent on time
> MMMLM sickness in the team fell from twelve point four to five point one percent
> MMMML the waiting list shrank from a hundred and forty children to thirty-five
> MMMML there are only thirty-five children on the waiting list now, it was a hundred and forty
> MMMMW the waiting list is down to 50
> MMMMM I work 35 hours, 28 days holiday, and live at number 140
> WMMMM I had 30 families on my caseload
> MWMMM seven out of ten were reunified
> MMMMM In 7 of 9 meetings nobody took notes

Model accuracy | 0.91 AUC
Query time | 14 s → 0.6 s
Dashboards retired | 120 of 180
Data cost | -35% | Warehouse bill
Users | 850 | Weekly active
> MLLMM queries used to take fourteen seconds and now take point six of a second, and I retired a hundred
    and twenty of the hundred and eighty dashboards
> MLMMM query time went from 14 seconds to 600 milliseconds
> MMMLM the warehouse bill is 35 percent smaller
> LMMMM the AUC was 0.91
> LMMMM the model reached an accuracy of point nine one
> MMLMM two thirds of the dashboards were retired
> MMPMM 67 percent of the dashboards are gone
> MMMML eight hundred and fifty weekly active users
> MMMML 850 people use it every week
> MMMMM I have 180 tabs open, drink 14 coffees and sleep 0.6 of the night
> MMMWM the bill grew by 35 percent

Dispensing errors | 3 per 10,000 | Items
Vaccinations | 1,860 | One winter
Waiting time | 25 → 9 minutes
Margin | +4.5 pts
Branches | 6
> LLLLL Dispensing errors are at three per ten thousand items. We gave one thousand eight hundred and sixty
    vaccinations in one winter, waiting time went from twenty-five minutes to nine, and the margin is up
    four and a half points across six branches.
> MLMMM eighteen hundred and sixty vaccinations
> MMLMM people wait nine minutes now instead of twenty-five
> MMMLM the margin rose four point five percentage points
> MMMWM the margin fell by 4.5 points
> MMMWM the margin went up 3 points
> MMMML I run six branches
> MMMMW I run five branches
> MMMMM patients waited nine days for the results
> MMMMM the shop opens at 9 and closes at 6, and box 25 is for returns
> WMMMM errors were 5 per 10,000 items
> MLMMM we vaccinated almost nineteen hundred people

Delivered | 3 weeks early
Energy use | -42% | Kilowatt hours per square metre
Planning approval | 14/15 | First submission
Budget | £6.8M
Team | 9 architects
> MMLMM fourteen of our fifteen schemes got planning at the first submission
> MMLMM 14 out of 15 got approved first time
> MLMMM the building uses forty-two percent less energy
> MLMMM energy use per square metre went down by 42 per cent
> MWMMM energy use is 30 percent lower
> LMMMM we delivered three weeks early
> WMMMM we delivered two weeks early
> MMMLM on a budget of six point eight million pounds
> MMMML I led nine architects
> MMMML I led a team of nine
> MMMMM three weeks into the job I had 9 drawings and 14 emails in 15 minutes
> MMMMM the client paid a fine of £6.8M for the old building
> MMPMM ninety-three percent were approved at the first submission

Kilns passed | 13/14 | Burst test
Cycle | 27 min | Was 50
Glaze faults | 140 -> 12 ppm | A year on
Cost per £1 raised | 14p | Sector about 25p
Attainment 8 | +0.42 | Our own score
> LMMMM We fired fourteen kilns to the limit; thirteen held.
> LMMMM Only one of the fourteen was not passed.
> MMMMM We fired fourteen kilns and I had thirteen weeks of sleep to catch up on.
> MLMMM A cycle took us 50 minutes, and by June it was done in 27.
> MLMMM A cycle was an hour at first, well under half an hour, 27 minutes, by June.
> MWMMM A cycle takes thirty-five minutes now.
> MMLMM Glaze faults came to a hundred and forty parts per million and are at twelve parts per million.
> MMMLM It cost us fourteen pence on the pound to raise.
> MMMMM Attainment 8 is what everybody looks at.
> MMMML Our Attainment 8 came out at plus nought point four two.
> MLMMM We got the cycle down to 31, no sorry, 27 minutes.
> MMMMM I was in line 27 for the cycle path.

Area rank | #2 | Of 23 branches; was #17
Patrons | 85 | New ones
Turn of a table | 105 -> 85 min | Dinner
Quota | 134% | Last year
Bed days freed | 1,150 | In a year
> LMMMM We went from number seventeen to number two in the area.
> WMMMM We ended the year fourth of the twenty-three branches in the area.
> MLMMM Eighty-five people signed up as patrons.
> MMLMM A table turned in an hour and three quarters, and I got that to an hour and twenty-five.
> MMMLM I finished thirty-four percent over quota.
> MMMMM The quota went up by a third that year.
> MMMML That freed eleven hundred and fifty bed days.
> MMMMM I talked about beds before some 1,150 people.
> MMMMM You are the number one most annoying branch of the area, he said.

Machine uptime | 91% → 98.2% | Packaging line
Changeover time | 55 → 18 min
Scrap rate | 1.4% | It was 3.9%
Near misses reported | 5x
Operators certified | 30/32
> LLLMM so the packaging line was down nearly ten percent of the time and by autumn we were at ninety eight
    point two percent uptime changeovers went from fifty five minutes to eighteen and scrap came down from
    three point nine to one point four percent
> MLMMM We brought changeovers down to eighteen minutes.
> MWMMM Changeovers now take twenty minutes.
> MMLMM Scrap is 1.4 per cent, where it had been 3.9.
> MMMML Two of the thirty-two operators still have to take the test; the other thirty are certified.
> MMMML thirty of thirty-two operators hold the certificate
> MMMLM people report five times as many near misses
> MMMLM near-miss reports went up fivefold
> MMMWM near misses quadrupled
> MMMMM Uptime at the sister plant was 98.2 percent
> MMMMM the machine was 18 years old and made 55 boxes a minute
> MMMMP 94 percent of operators are certified
> WMMMM The line ran at ninety-eight percent

Portfolio | €120M | Assets under advice
Client retention | 97% | Three years running
Referrals | 1 in 3 | New clients
Complaints | 0 | Upheld by the ombudsman
Assets gathered | +€18M | Last year
> LLLLM I look after a hundred and twenty million euros, ninety-seven percent of my clients stay, one in
    three of the new ones comes by referral, and the ombudsman has not upheld a single complaint.
> MMMMM my book is €120 million
> MLMMM client retention has been 97 percent three years running
> MMLMM a third of new clients came through referrals
> MMMLM no complaints were upheld
> MMMLM zero complaints upheld
> MMMML I gathered eighteen million euros in assets last year
> MMMML assets grew by eighteen million
> MMMMW I gathered twelve million euros of new assets
> MMMMM a client lost 18 million euros in 2008 and 97 percent of his hair
> MMMMM one in three days it rains in Hamburg
> MWMMM retention was ninety-five percent
> MMMWM there was one upheld complaint
> MMMMW I manage a hundred and ten million euros of assets

Time to first byte | 1.8 s → 240 ms
Conversion | +12%
Incidents | 2 per quarter | Was 11
Test suite | 38 min → 7 min
Engineers mentored | 6 | Two promoted
> LLMMM time to first byte dropped from one point eight seconds to two hundred and forty milliseconds and
    conversion is up twelve percent
> LMMLM TTFB is 240ms now. The test suite runs in seven minutes instead of thirty-eight.
> MMLMM we went from eleven incidents a quarter to two
> MMLMM two incidents a quarter
> MMWMM we have four incidents per quarter
> MMMML I mentored six engineers, two of whom were promoted
> MMMML I mentored half a dozen engineers
> MWMMM conversion dropped by 12 percent
> MLMMM conversion rose twelve percent
> MLMMM twelve percent more visitors convert
> MMMMM I've been an engineer for six years and deployed on port 240 at 7 am
> MMMWM the suite takes 10 minutes
> MMMMM node 18.2, k8s 1.24, 38 pods

Fundraising | $2.1M | Capital campaign
Volunteers | 60 → 145
Meals served | 1.2 million | A year
Overhead | 8.5%
Board attendance | 11 of 12
> LLMLM The capital campaign raised two point one million dollars, we grew from sixty volunteers to a
    hundred and forty-five, and overhead is eight and a half percent.
> MMLMM we serve one point two million meals a year
> MMLMM 1.2M meals
> MMWMM about a million meals a year
> MMMML eleven of the twelve board members came to every meeting
> MMMWM overheads of nine percent
> MLMMM volunteer numbers more than doubled to 145
> MWMMM we have a hundred and forty volunteers
> WMMMM we raised $1.9M in the campaign
> MMMMM the roof cost 2.1 million dollars
> MMMMM I was born on 11/12 and have 60 cousins
> MMMMM sixty volunteers showed up the first day
> MMMMM eighty-five percent of our meals are hot

Citations | 310 | Of the methods paper
> L It has been referenced 310 times since
> M I live at 310 Harbour Street
> M We had 310 kilometres to drive

Orders late | 1 in 40 | Was 1 in 11
Accuracy | +12 pts | In a year
> LL One order line in forty goes out late, and we are twelve points up on accuracy
> LM orders late were one in fifty no hang on one in forty

Close | 12 -> 5 days | Working days
Retention | 118% | Was 104%
> LL we took the close to five days and retention went from one oh four to one eighteen
> ML retention was a hundred and four and I left it at a hundred and eighteen

Latency | <5 min | Was overnight
Spend saved | $480k | A year
> LL they now show up in less than five minutes, and that is four hundred and eighty grand a year we keep
> MM she gave me five minutes to explain it,

Removals from class | 23 → 2 | In a term
> M I had a class of 26 students
> M My class of 26 was loud
"""
