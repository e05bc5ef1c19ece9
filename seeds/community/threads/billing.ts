import type { Thread } from '../shape.ts';

/** Threads about bills and top-ups, oldest first. */
export const billing: Thread[] = [
  {
    topic: 'billing',
    by: 'Priya',
    daysAgo: 117,
    at: '18:12',
    title: 'Why is my first bill higher than the price I signed up for?',
    body: 'I joined on the 9th on the £16 plan. My first bill has just landed and it says £24.53. I have not called anybody outside my minutes and I have not left the country, so where have the extra eight pounds come from? I would rather understand it before the Direct Debit goes out than ring up in a temper afterwards.',
    up: ['Gwen', 'Moira-Fenn'],
    answers: [
      {
        by: 'Tom',
        after: 14,
        body: `That is the usual first-bill surprise, and it only happens once. It is two things added together:

1. **The part month** from the day you joined to your first bill date. £16 shared out by the day.
2. **The next full month in advance**, because plans are paid up front. That is your £16.

So about sixteen days at 53p, roughly £8.53, plus £16. Open the bill in My Goodline and press **See how this is worked out**: the first line is called "pro rata". Your next one should be a plain £16.`,
        up: ['Gwen', 'Moira-Fenn', 'Priya'],
        comments: [
          {
            by: 'Priya',
            after: 26,
            body: 'Sixteen days exactly. It was there all along under a heading I had not opened. Thank you.',
          },
        ],
        alsoHelped: ['Moira-Fenn'],
        accepted: { after: 28 },
        audit: {
          by: 'Hannah',
          after: 210,
          verdict: 'pass',
          note: 'Right, and the sums add up. A good first answer to point others at.',
        },
      },
    ],
  },
  {
    topic: 'billing',
    by: 'Dave-Sinclair',
    daysAgo: 107,
    at: '06:48',
    title: 'Does a spend cap of £0 stop everything outside the plan?',
    body: 'I drive for a living and the phone lives in a cradle where anybody in the van can grab it. Last month somebody rang a competition line and it cost me eleven quid. If I set the spend cap to nothing, does that stop all of it, or are there things which still get through? And will I still be able to dial 999?',
    up: ['Colin-Barrow', 'Gwen'],
    meToo: ['Colin-Barrow', 'Sian-Hughes', 'Aisha-Rahman'],
    answers: [
      {
        by: 'Colin-Barrow',
        after: 52,
        body: `I keep four teenagers on a £0 cap, so I have tested this harder than I wanted to.

**What it stops:** calls and texts to numbers outside your allowance, premium lines, picture messages, data once your bundle is used up, roaming you have not bought a pass for.

**What it leaves alone:** your plan price, add-ons that *you* buy in My Goodline (those count as you saying yes), 999 and 112, and free numbers such as 0800 and 4444.

It works from the moment you save it. Anything you spent earlier in the month still shows on the bill.`,
        up: ['Dave-Sinclair', 'Tom', 'Gwen', 'Sian-Hughes', 'Moira-Fenn'],
        alsoHelped: ['Sian-Hughes', 'Aisha-Rahman'],
        comments: [
          {
            by: 'Gwen',
            after: 95,
            body: 'Can confirm the bit about add-ons. My cap did not save me from my own thumb.',
          },
        ],
        accepted: { after: 340 },
        audit: { by: 'Marcus', after: 700, verdict: 'pass' },
      },
      {
        by: 'Tom',
        after: 130,
        body: 'One extra for a shared phone: ask for the **premium-rate bar** as well as the cap. The cap is about money, the bar is about the type of number, so a line that rings for free and then charges you by return text is shut out too. It is under **My plan**, then **Bars and limits**, and it costs nothing.',
        up: ['Colin-Barrow', 'Dave-Sinclair'],
      },
    ],
  },
  {
    topic: 'billing',
    by: 'Aisha-Rahman',
    daysAgo: 98,
    at: '12:31',
    title: 'Direct Debit taken twice this month, how do I get the second one back?',
    body: 'My bank shows two payments to Goodline on the same morning, £19 each. My bill says £19, once. I am not overdrawn but I will be when the council tax goes out on Friday. Is it quicker to ask Goodline or the bank, and is there a risk that my phone gets cut off if I go through the bank?',
    up: ['Sian-Hughes'],
    answers: [
      {
        by: 'Colin-Barrow',
        after: 38,
        body: 'First look whether both really went through. One of mine was *pending* and dropped off by the afternoon. If both are settled, ring 4444 with the two dates in front of you and they put the extra one back. You have to sort it out with Goodline, the bank will not touch it because it was set up by you. Took three working days for me.',
        up: ['Aisha-Rahman'],
        down: ['Gwen'],
        comments: [
          {
            by: 'Gwen',
            after: 120,
            body: 'I do not think that is right about the bank. There is a guarantee printed on the form.',
          },
        ],
        accepted: { after: 1500 },
        audit: {
          by: 'Hannah',
          after: 1740,
          verdict: 'fix',
          note: 'Checking for a pending payment is good advice and I have kept it. The bank part was the wrong way round: the Direct Debit Guarantee lets a customer go straight to the bank. I have mended that sentence, and the reward stands.',
          body: `First look whether both really went through. One of mine was *pending* and dropped off by the afternoon. If both are settled, you have a choice:

- **Ring 4444** with the two dates in front of you and Goodline puts the extra one back, usually within three working days.
- **Or ask your bank.** Under the Direct Debit Guarantee a payment taken in error is refunded by the bank in full and straight away.

Pick one, not both, or the money has to be paid back. Claiming an extra payment does not cut your phone off, so long as the month's real bill stays paid.`,
        },
      },
      {
        by: 'Sian-Hughes',
        after: 95,
        body: 'Mine did this once when I had changed bank and the old instruction had not been cancelled. Have a look in your banking app under Direct Debits and see whether there are two for Goodline with different references. If there are, say so when you ring, because otherwise it happens again next month.',
        up: ['Colin-Barrow', 'Aisha-Rahman'],
      },
    ],
  },
  {
    topic: 'billing',
    by: 'old-nokia-fan',
    daysAgo: 89,
    at: '21:05',
    title: 'Auto top-up is on but my credit still ran out',
    body: 'Pay as you go, auto top-up set to add a tenner when I drop under £3. Yesterday I was at the bus stop with 14p and no text to tell me so. The app says auto top-up is ON in green letters. I have a phone with buttons and no patience. What is it waiting for?',
    edit: {
      after: 70,
      body: `Pay as you go, auto top-up set to add a tenner when I drop under £3. Yesterday I was at the bus stop with 14p and no text to tell me so. The app says auto top-up is ON in green letters. I have a phone with buttons and no patience. What is it waiting for? To the question below: yes, the bank did send me a new card in the spring, but nobody told the telephone.`,
      reason: 'Answering Bex about the card',
    },
    comments: [
      {
        by: 'Bex',
        after: 44,
        body: 'Have you had a new card from the bank since you set it up?',
      },
    ],
    answers: [
      {
        by: 'Tom',
        after: 33,
        body: `Green only means that the *rule* is on. It says nothing about the card behind it. The usual suspects, in order:

1. The card has expired or been replaced. Auto top-up does not follow you to the new one.
2. The bank wanted you to approve the payment in its app and you never saw the request.
3. Three top-ups in one day is the limit. Unlikely here.

Take the card out under **Payments**, put it back in, and approve the small test payment.`,
        up: ['Bex', 'Farah', 'Gwen'],
      },
      {
        by: 'Rhys-Morgan',
        after: 610,
        body: 'Also bear in mind that it looks at your balance after a call ends and not while you are chatting. If you start a long call to an 0870 number with £3.20 in hand you can go right down to pennies before it notices. Set the trigger at £5 and it has more room.',
        up: ['Tom'],
      },
    ],
  },
  {
    topic: 'billing',
    by: 'Farah',
    daysAgo: 79,
    at: '09:26',
    title: 'I am being charged £4.50 a week by a text service I never joined',
    body: 'There are three lines on my bill that say PREMIUM SMS £4.50, always on a Tuesday. The texts look like spam about horoscopes so I have been deleting them without opening them. I never signed up for anything. How do I make it stop, and is there any hope of getting the £13.50 back?',
    up: ['Bex', 'Kasia-N', 'Gwen'],
    meToo: ['Kasia-N', 'Gordon-Tait', 'Nathan-P', 'Bex'],
    answers: [
      {
        by: 'Gwen',
        after: 21,
        body: `It happened to my mother with ringtones. Do it in this order:

1. Reply **STOP** to the short number the texts come from (five digits, in the message details). It is free and they must obey.
2. In My Goodline turn on the **premium-rate bar**, so that the next clever one cannot start.
3. Put the short number into Ofcom's number checker. That gives you the name and the complaints address of the firm behind it.
4. Write to them: say that you did not agree and want all three charges back. They have to show proof that you signed up.

If they ignore you, ring 4444 and Goodline will take it up.`,
        up: ['Farah', 'Tom', 'Kasia-N', 'Bex', 'Colin-Barrow', 'Olu-Adeyemi'],
        alsoHelped: ['Kasia-N', 'Gordon-Tait'],
        comments: [
          {
            by: 'Farah',
            after: 4400,
            body: 'They paid it back, all £13.50, with no apology. The bar is staying on.',
          },
        ],
        accepted: { after: 90 },
        audit: {
          by: 'Marcus',
          after: 410,
          verdict: 'pass',
          note: 'Complete and in the right order.',
        },
      },
      {
        by: 'Gordon-Tait',
        after: 180,
        body: 'Whatever you do, do not reply to it, that tells the scammers that your number is live. Just block the sender on the phone and forget about it. I block four or five of these a week and I have never had any trouble with my bill, as far as I know.',
        down: ['Gwen', 'Tom', 'Kasia-N'],
        comments: [
          {
            by: 'Tom',
            after: 205,
            body: 'True for ordinary spam. For a service that bills you, blocking hides the text and the charge carries on.',
          },
        ],
      },
    ],
  },
  {
    topic: 'billing',
    by: 'Rhys-Morgan',
    daysAgo: 69,
    at: '19:40',
    title: 'The yearly price rise: can I leave without paying if it goes up?',
    body: 'I have had the e-mail that says my plan goes up by £1.80 a month from April. I do not mind so much, it is the principle. I thought that if they put the price up in the middle of a contract you were allowed to walk away for nothing. The e-mail says nothing about that. Which is it?',
    up: ['Colin-Barrow', 'old-nokia-fan'],
    meToo: ['old-nokia-fan', 'Orla-Byrne', 'Farah', 'jules84', 'Mei-Ling'],
    answers: [
      {
        by: 'Colin-Barrow',
        after: 64,
        body: 'It turns on what you were told on the day you bought. Since January 2025 any rise during a contract has to be written down at the start **in pounds and pence**, not as inflation plus a bit. If your contract summary says £1.80 each April, you agreed to it and leaving early costs the normal fee. If the e-mail asks for more than the summary, you may leave free of charge within 30 days of being told.',
        up: ['Tom', 'Rhys-Morgan', 'Orla-Byrne', 'Moira-Fenn'],
      },
      {
        by: 'Tom',
        after: 150,
        body: 'Are you on a rolling monthly plan? Most of us on SIM-only are. If so the question does not come up: you can go any month with no fee, whatever the reason, and your PAC ends the plan for you. Look in the app under **My plan** for the words *minimum term*. None means you are free now.',
        up: ['Colin-Barrow', 'Rhys-Morgan', 'jules84'],
        comments: [
          {
            by: 'Rhys-Morgan',
            after: 190,
            body: 'Rolling for the mobile, 24 months for the broadband. So you are both right, once each.',
          },
        ],
      },
    ],
    resolution: { as: 'no-single-answer', after: 200 },
  },
  {
    topic: 'billing',
    by: 'Theo-W',
    daysAgo: 58,
    at: '08:03',
    title: 'Can I move my bill date to just after payday?',
    body: 'New job, paid on the 28th instead of the 15th. My Goodline bill goes out on the 22nd, which is exactly the week when I am living on toast. Can I change the day, does it cost anything, and do I end up paying twice in one month when it moves?',
    answers: [
      {
        by: 'Tom',
        after: 47,
        body: `Yes, and it is free, once every six months.

**My Goodline → Payments → Payment date**. Choose any day from the 1st to the 28th. For you I would pick the **1st** and not the 28th itself, in case payday slides over a weekend.

You will not pay twice, but you get one odd bill: it covers the gap days between the old date and the new. Expect about nine extra days on it. Change it at least five working days before the 22nd or it waits until next month.`,
        up: ['Theo-W', 'Bex', 'Farah'],
        accepted: { after: 300 },
      },
    ],
  },
  {
    topic: 'billing',
    by: 'Gordon-Tait',
    daysAgo: 46,
    at: '14:20',
    title: 'Top-up voucher says “already used” but it has not been',
    body: "Bought a £20 paper voucher at the petrol station for my wife's phone. Scratched it, typed it in, and the voice says it has already been used. It has not. The balance has not moved. I have the receipt but the lad on the till says that it is nothing to do with him. What now?",
    answers: [
      {
        by: 'Sunita',
        after: 30,
        body: "Vouchers are not always switched on straight away because the shop's till has to send them through. Leave it a day and try again tomorrow at about the same time, that is what I was told when mine would not work last Christmas. It did go through in the end so do not throw it away.",
        up: ['Nathan-P'],
        accepted: { after: 55, withdrawnAfter: 1530 },
        comments: [
          {
            by: 'Gordon-Tait',
            after: 1525,
            body: 'Left it a day. Same voice, same answer. I have taken the tick off, no hard feelings.',
          },
        ],
      },
      {
        by: 'Tom',
        after: 1580,
        body: `"Already used" and "not yet active" are two different messages, so waiting will not help with this one. Nine times in ten the code went onto **another number**:

1. On your wife's phone dial \`*#100#\` and check that the number it shows is the one you typed.
2. Check your own balance. If you rang from *your* phone and pressed 1 too soon, it credited the phone that was calling.
3. If neither has it, ring 4444 with the **serial number** (not the code) and the time on the receipt. They can see where the money went and move it.`,
        up: ['Gordon-Tait', 'Gwen', 'Una', 'Raj-Patel'],
        comments: [
          {
            by: 'Gordon-Tait',
            after: 1640,
            body: 'Number two. It has been sitting on my own phone since yesterday dinner time. Do not tell my wife.',
          },
        ],
        accepted: { after: 1645 },
        audit: { by: 'Hannah', after: 2400, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'billing',
    by: 'Wendy-Cole',
    daysAgo: 33,
    at: '10:15',
    title: 'Taking my daughter’s line off my bill and putting it in her name',
    body: 'She is 19, has a job, and can pay for her own scrolling. Her number has been on my account since she was twelve. Is there a way of handing the line over to her with the number and the plan, or does she have to leave and come back as a new customer? She would sooner lose a kidney than that number.',
    up: ['Colin-Barrow', 'Sunita'],
    answers: [
      {
        by: 'Hannah',
        after: 85,
        canned: 'Change of owner',
        body: `Both kidneys can stay where they are. It is called a **change of owner** and the number, SIM and plan all move as they are.

1. You: **My Goodline → My lines → her line → Change owner**, and enter her e-mail address.
2. She opens the link within seven days, makes her own account and sets up a Direct Debit. She must be 18 or over.
3. We check both, and it moves on your next bill date.

Any phone still being paid for stays with you until it is paid off. There is no charge.`,
        up: ['Wendy-Cole', 'Colin-Barrow', 'Tom', 'Bex'],
        alsoHelped: ['Colin-Barrow'],
        comments: [
          {
            by: 'Colin-Barrow',
            after: 140,
            body: 'I have four of these to look forward to. Bookmarked.',
          },
        ],
        accepted: { after: 200 },
      },
      {
        by: 'Colin-Barrow',
        after: 100,
        body: 'Before you press the button: if you have a multi-line discount, look at what your own bill will be without her on it. Mine would go up by £3 a month per line when I drop below four. It may be cheaper to leave her where she is and have her pay you by standing order.',
        up: ['Wendy-Cole', 'Gwen'],
      },
    ],
  },
  {
    topic: 'billing',
    by: 'Nathan-P',
    daysAgo: 14,
    at: '11:10',
    title: 'How much is a call to an 0845 number?',
    body: 'My boiler cover people only have an 0845 number and they are known for keeping you on hold. I am on the £10 rolling plan with unlimited minutes. Is it in my minutes, and if it is not, what would half an hour of pan pipes cost me?',
    up: ['Una', 'Sunita'],
    meToo: ['Una', 'Theo-W', 'Wendy-Cole'],
    answers: [
      {
        by: 'Tom',
        after: 9,
        body: `It is **not** in your minutes, sadly. You pay two parts for each minute:

- the **access charge**, which is Goodline's: 45p
- the **service charge**, which the firm you are ringing sets, up to 7p for an 0845 number. They have to print it beside the number.

So about 52p a minute, and half an hour of pan pipes is roughly £15.60. Look on their letters for an 0345 number with the same ending. Those *are* in your minutes.`,
        up: ['Nathan-P', 'Una', 'Theo-W', 'Colin-Barrow'],
        alsoHelped: ['Theo-W'],
        comments: [
          {
            by: 'Nathan-P',
            after: 30,
            body: 'Fifteen quid to be told that my call is important. There is an 0345 one on the policy, thank you.',
          },
          {
            by: 'PeteTheMeter',
            after: 14600,
            body: 'I was just charged more than this per minute. Has the access charge changed?',
          },
        ],
        accepted: { after: 35 },
        audit: {
          by: 'Marcus',
          after: 15880,
          verdict: 'fail',
          reason: 'wrong',
          note: 'The price in the answer was out of date: our access charge went up to 65p a minute on the 1st of the month before you wrote. The rest was well put, Tom, and the 0345 tip is right. If you correct the figure and link to the price list I will happily look again.',
        },
      },
      {
        by: 'Mei-Ling',
        after: 75,
        body: 'I would not ring them at all. Most of these companies have a chat window or a form on the web page, and then you have the thing in writing too. I got a man out to the boiler that way without spending anything, although it did take about a day for somebody to reply.',
        up: ['Sunita'],
      },
    ],
  },
  {
    topic: 'billing',
    by: 'Una',
    daysAgo: 9,
    at: '22:18',
    title: 'Pay as you go credit disappeared overnight while the phone was on charge',
    body: 'Topped up £10 on Sunday evening, went to bed, woke up with £3.40. Nobody touched the phone. There are no calls in the log and no texts either. The app shows six lines called DATA from about one in the morning until four. I did not think that a phone could shop in its sleep. What is it doing?',
    up: ['Theo-W'],
    answers: [
      {
        by: 'Ewan-McAllister',
        after: 35,
        body: `It was backing up your photos or updating apps, and something kept it off your Wi-Fi. With no data bundle every megabyte comes out of your credit.

- Settings → Network → **Data usage** shows which app ate it.
- In your photo app set *Back up over mobile data* to **off**, and in the app store set updates to **Wi-Fi only**.
- Buy the £5 weekly bundle before you turn data back on, it is far cheaper than by the megabyte.`,
        up: ['Una', 'Tom', 'Gwen'],
      },
      {
        by: 'Zoe',
        after: 700,
        body: 'Had this. My router reboots itself in the small hours to update, the phone lost the Wi-Fi and went over to mobile data by itself. There is a setting on some phones called adaptive or Wi-Fi assist or something like that, which jumps to mobile data when the Wi-Fi is weak. I switched it off and have not lost a penny since.',
        up: ['Una'],
        edit: {
          after: 730,
          body: 'Had this. My router reboots itself in the small hours to update, the phone lost the Wi-Fi and went over to mobile data by itself. On an iPhone the setting is **Wi-Fi Assist**, right at the bottom of the Mobile Data page; on Android look for **Adaptive connectivity** or **Switch to mobile data automatically**. I switched it off and have not lost a penny since.',
          reason: 'Looked up what the setting is really called',
        },
      },
    ],
  },
  {
    topic: 'billing',
    by: 'Nan-Jean',
    daysAgo: 2,
    at: '14:02',
    title: 'Can I have my bill on paper and in large print, and is there a charge?',
    body: 'My grandson set me up with the app but I cannot read it without the magnifying glass and then I cannot hold the phone. I would like a bill through the letter box in big letters, as I have from the gas. Is that possible and do you charge for it? I heard that some do. Thank you for reading this.',
    up: ['Priya', 'Gwen', 'Colin-Barrow'],
    answers: [],
  },
  {
    topic: 'billing',
    by: 'yusuf-k',
    daysAgo: 1,
    at: '09:35',
    title: 'Refunded add-on still counts against my spend cap',
    body: 'Bought the wrong data add-on on Friday, £8 instead of £4, and chat refunded it within the hour, which was great. But my £10 spend cap still says that £8 is used, so picture messages are blocked for the rest of the month with only £2 left. Does the cap catch up after a refund, or do I have to raise it by hand?',
    answers: [],
  },
];
