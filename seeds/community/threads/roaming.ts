import type { Thread } from '../shape.ts';

/** Questions about using a phone abroad, with what people made of them. */
export const roaming: Thread[] = [
  {
    topic: 'roaming',
    by: 'Gwen',
    daysAgo: 0,
    at: '00:35',
    title: 'Roaming in Türkiye: is my allowance included or do I need an add-on?',
    body: 'Flying to Dalaman on Friday for a week. The roaming page lists “Zone 2” but does not say which zone Türkiye is in. I mainly need maps and messages home, with perhaps a call to the neighbour about the hens. My number is 07700 900412 if that helps. It’s gone midnight and I can’t sleep for packing.',
    answers: [],
  },
  {
    topic: 'roaming',
    by: 'Rhys-Morgan',
    daysAgo: 1,
    at: '09:02',
    title: 'Roaming in Switzerland: which zone, and does my allowance work?',
    body: 'Off to Geneva for work on Monday, two nights. Do I use my UK data or do I need a day pass? The hotel says it’s ten minutes from the French border, if that makes any odds, and I’ll be on the phone for most of both days.',
    up: ['Kasia-N', 'Viktor'],
    meToo: ['Mei-Ling'],
    answers: [
      {
        by: 'Gwen',
        after: 10,
        body: `Switzerland isn’t in the EU so it’s included with your UK allowance. You’ll want the day pass, which is £2.00 a day.

1. Open My Goodline and go to **Plan › Add-ons › Roaming**.
2. Pick **Zone 2 day pass** for each day you’ll use data.
3. In Geneva, turn on **Data Roaming**. It starts with the first megabyte.

Tip: hotels near the French border often pick up a French mast, and that *is* covered, so check the network name.`,
        up: ['Rhys-Morgan', 'Mei-Ling'],
        comments: [
          {
            by: 'Kasia-N',
            after: 80,
            body: 'Gwen, your first sentence argues with your second one. Zone 2, not included, I think you mean?',
          },
        ],
        accepted: { after: 17 },
        edit: {
          after: 89,
          reason: 'Switzerland is in Zone 2, I had muddled my words',
          body: `Switzerland isn’t in the EU so it’s in **Zone 2** and your UK allowance doesn’t cover it. You’ll want the day pass, which is £2.00 a day.

1. Open My Goodline and go to **Plan › Add-ons › Roaming**.
2. Pick **Zone 2 day pass** for each day you’ll use data.
3. In Geneva, turn on **Data Roaming**. It starts with the first megabyte.

Tip: hotels near the French border often pick up a French mast, and that *is* covered, so check the network name.`,
        },
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Colin-Barrow',
    daysAgo: 112,
    at: '20:31',
    title: 'Six of us to Brittany: is the 25 GB fair use per line or for the lot of us?',
    body: 'Fortnight in a tent near Quimper, six lines on one Goodline account, four of the six are teenagers. The page says Zone 1 has a 25 GB fair use. If that’s shared between us it will be gone by Rennes. Is it each, and what happens after it runs out?',
    answers: [
      {
        by: 'Tom',
        after: 27,
        body: `You can breathe out: it’s **per line**, so each of the six has 25 GB of their own plan to use in Zone 1. Three things parents miss:

- If a line’s UK plan is *smaller* than 25 GB, then the plan is the limit. A 10 GB child has 10 GB in France.
- It’s the same pot as at home. What they burn in week one before you leave is gone.
- At 80% and at 100% you get a text. Past it there’s a charge by the megabyte unless you’ve set **Spend cap** to zero in My Goodline.

Set that cap today, for all six. Then let them download their films on your Wi-Fi.`,
        up: ['Colin-Barrow', 'Sian-Hughes', 'Priya', 'Ewan-McAllister', 'Gwen'],
        comments: [
          {
            by: 'Colin-Barrow',
            after: 90,
            body: 'Caps set to zero. They don’t know yet. I’ll tell them on the ferry.',
          },
        ],
        accepted: { after: 88 },
        audit: { by: 'Hannah', after: 1260, verdict: 'pass' },
      },
      {
        by: 'Aisha-Rahman',
        after: 55,
        body: 'Each. We did Normandy at Easter with three lines and mine was fine while my nephew got the warning text on day four. He’d left automatic photo backup on, which you can turn off for mobile data in the photos app. Worth a look before you go.',
        up: ['Colin-Barrow', 'Tom'],
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Bex',
    daysAgo: 103,
    at: '14:55',
    title: 'Do day passes start at midnight UK time or local time?',
    body: 'I land in Istanbul at 22:40 on a Thursday. If the pass runs out at midnight I’d be paying £2.50 for eighty minutes, and then again on the Friday. Does Goodline go by UK midnight, their midnight, or something more sensible?',
    meToo: ['Aisha-Rahman'],
    answers: [
      {
        by: 'Kasia-N',
        after: 19,
        body: `Something more sensible! A day pass lasts **24 hours from first use**, so it doesn’t matter what time you land.

If yours begins at 22:50 on Thursday it ends at 22:50 on Friday. So:

1. Buy it in the app before you fly. Buying doesn’t start the clock.
2. Keep **Data Roaming** off until you really want it. The taxi queue counts.
3. When it’s used up, the next one you’ve bought waits for the next megabyte.`,
        edit: {
          after: 31,
          reason: 'Added the price of a week',
          body: `Something more sensible! A day pass lasts **24 hours from first use**, so it doesn’t matter what time you land.

If yours begins at 22:50 on Thursday it ends at 22:50 on Friday. So:

1. Buy it in the app before you fly. Buying doesn’t start the clock.
2. Keep **Data Roaming** off until you really want it. The taxi queue counts.
3. When it’s used up, the next one you’ve bought waits for the next megabyte.

For more than four days buy the week at £12, that’s cheaper than five single ones.`,
        },
        up: ['Bex', 'Tom', 'Colin-Barrow', 'Aisha-Rahman', 'Olu-Adeyemi', 'Rhys-Morgan'],
        alsoHelped: ['Aisha-Rahman'],
        accepted: { after: 47 },
        audit: {
          by: 'Marcus',
          after: 395,
          verdict: 'pass',
          note: 'Clear, and the sum about the week is right.',
        },
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Orla-Byrne',
    daysAgo: 84,
    at: '21:40',
    title: 'Living by the border, am I roaming in my own kitchen?',
    body: 'Outside Newry, and my phone swaps to an Irish mast about four times a day. I get the “Welcome to Ireland” text while buttering toast. Does any of this cost me, and does it nibble at the 25 GB? I’ve unlimited data at home and would rather not ration the radio.',
    up: ['Kasia-N'],
    answers: [
      {
        by: 'Moira-Fenn',
        after: 44,
        body: 'The masts on the southern side are on a hill and yours isn’t, so the phone is only being sensible. Set the network by hand: **Settings › Mobile Service › Network Selection**, turn off Automatic, choose Goodline. Remember to turn it back on when you drive to Dundalk, or you’ll have no service at all.',
        up: ['Orla-Byrne', 'Gwen', 'Tom'],
      },
      {
        by: 'Kasia-N',
        after: 72,
        body: 'Money: no. The Republic is Zone 1, so minutes and texts are as at home. Data: yes, what you use through the Irish mast counts to your 25 GB, even from the kitchen. In My Goodline under **Usage** there’s a line for roaming, so look there at the end of the month before you worry.',
        up: ['Orla-Byrne', 'Nathan-P', 'Mei-Ling'],
        comments: [
          {
            by: 'Orla-Byrne',
            after: 900,
            body: '1.2 GB in a month of toast. Between the two of you I think I have it.',
          },
        ],
      },
      {
        by: 'jules84',
        after: 210,
        body: 'Turn on Wi-Fi Calling as well, then it hardly matters which mast it likes. When I stayed at my aunt’s in Strabane the welcome texts didn’t stop but the calls all went over her broadband.',
        up: ['Orla-Byrne'],
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Priya',
    daysAgo: 77,
    at: '11:20',
    title: 'In Spain: texts and calls work but data doesn’t, at all',
    body: 'Landed in Valencia this morning. Got the welcome text, rang my mum, so the line is fine. No data whatever I try, though it says 4G at the top. I’m on the airport Wi-Fi now and will lose it in about half an hour. iPhone 12. Please type quickly!',
    answers: [
      {
        by: 'Ewan-McAllister',
        after: 4,
        body: `Quick version, in order of likelihood:

1. **Settings › Mobile Service ›** your line **› Data Roaming: on.** Nine times in ten that’s all it is.
2. Aeroplane mode on, count to ten, off.
3. **Network Selection**: turn Automatic off, wait for the list, pick a *different* Spanish network, then give it a minute.
4. Check **Mobile Data Network**: an APN left over from an old provider works oddly abroad. If there’s a reset button, press it.

If none of those, do **Reset Network Settings** while you still have Wi-Fi, but it forgets your Wi-Fi passwords, so last resort only.`,
        up: ['Priya', 'Tom', 'Kasia-N', 'Nathan-P', 'Bex'],
        comments: [
          {
            by: 'Priya',
            after: 13,
            body: 'It was number 1, I feel silly. Sent from a taxi, on 4G!',
          },
          {
            by: 'Kasia-N',
            after: 60,
            body: 'We have all done it, some of us at the same airport.',
          },
        ],
        accepted: { after: 12 },
        audit: { by: 'Hannah', after: 210, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Sunita',
    daysAgo: 67,
    at: '09:36',
    title: 'Bank codes aren’t arriving by text while I’m in Portugal',
    body: 'Every other text arrives, but not the six-digit ones from the bank, so I can’t pay the villa. They swear they’ve sent them. Roaming is on, I have full bars, I’ve restarted. At home the same codes come within seconds. What should I be checking on the phone’s side?',
    meToo: ['Bex', 'Mei-Ling'],
    answers: [
      {
        by: 'Rhys-Morgan',
        after: 9,
        body: `**Receiving texts while roaming.** Customers travelling outside the United Kingdom may receive text messages at no additional charge in all supported destinations. If expected messages are not received, customers should ensure that the device is connected to a partner network, that the message inbox is not full and that sender blocking has been disabled.

Where the issue persists, customers are advised to select an alternative partner network manually.`,
        up: ['Sunita'],
        comments: [
          {
            by: 'Sunita',
            after: 36,
            body: 'Changing to another Portuguese network did it, six codes at once.',
          },
          {
            by: 'Kasia-N',
            after: 120,
            body: 'That doesn’t sound like you, Rhys. Where is it from? A link would do.',
          },
        ],
        accepted: { after: 35 },
        audit: {
          by: 'Hannah',
          after: 13100,
          verdict: 'fail',
          reason: 'copied',
          note: 'This was taken word for word from our own roaming guide without saying so. It helped Sunita, which is good, but rewards are for your own words, so we’ve had to take this one back. A link and a line of yours would have passed.',
        },
      },
      {
        by: 'Kasia-N',
        after: 118,
        body: 'Two habits from monthly flights: ask the bank to send codes to their *app* before you go, then you need only Wi-Fi. And look in the blocked or spam folder of your messages, because short-number senders from abroad are often put there without a sound.',
        up: ['Sunita', 'Tom', 'Mei-Ling'],
        alsoHelped: ['Mei-Ling'],
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Tom',
    daysAgo: 46,
    at: '18:58',
    title: 'Local eSIM for data and Goodline for texts: what do I switch off?',
    body: 'Fifteen years of putting SIMs in other people’s phones and I’ve never taken my own further than Tenby. Three weeks in Canada in the autumn. The plan is a cheap local eSIM for data and my Goodline plastic SIM kept in for texts. What settings stop the Goodline one running up a bill by itself?',
    up: ['Gwen', 'Una'],
    answers: [
      {
        by: 'Kasia-N',
        after: 33,
        body: 'Keep the Goodline line **on** but its Data Roaming **off**, and choose the local one as the line for mobile data. Then find “Allow mobile data switching” and turn it off, that is the sneaky one: it borrows the other line when the first is weak. Texts coming in are free. Don’t answer calls on it unless you must.',
        up: ['Tom', 'Ewan-McAllister', 'Una', 'Viktor', 'Olu-Adeyemi'],
        comments: [
          { by: 'Tom', after: 41, body: 'Never knew about the switching one. Noted, with thanks.' },
        ],
      },
      {
        by: 'Ewan-McAllister',
        after: 102,
        body: 'Turn your voicemail off before you fly as well. A call that rings out and goes to voicemail while you’re abroad can be charged twice over, once in and once back. And name the two lines HOME and AWAY in the settings so you can’t tap the wrong one at 3am.',
        up: ['Tom', 'Raj-Patel'],
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Viktor',
    daysAgo: 36,
    at: '07:41',
    title: 'Ten weeks in Poland on a job, will Goodline cut me off for being away?',
    body: 'From next month I’m in Wrocław for ten weeks, building site, back to Coventry maybe two weekends. Zone 1 is included, I know. But my friend on another operator got a letter for being away too long. Is there a limit in days, or only the gigabytes?',
    meToo: ['Sunita'],
    answers: [
      {
        by: 'Kasia-N',
        after: 24,
        body: `I do this every month, so don’t worry. It’s only the gigabytes: **25 GB** of your plan each month in Zone 1, and it starts again with each bill. Nobody counts the days.

Get Wi-Fi at the lodgings and let the big downloads wait for it. On site, keep the phone off a patchy Polish 5G signal to save the battery.`,
        up: ['Viktor', 'Sunita', 'Theo-W'],
        comments: [
          {
            by: 'Olu-Adeyemi',
            after: 300,
            body: 'Pretty sure there’s also a rule about being away more than at home over four months?',
          },
        ],
        accepted: { after: 82 },
        audit: {
          by: 'Marcus',
          after: 1500,
          verdict: 'fix',
          note: 'Good on the data. We’ve added the four-month rule, which doesn’t bite on a monthly trip like yours but can on a ten-week one.',
          body: `You won’t be cut off, but two limits apply in Zone 1:

- **Data**: 25 GB of your plan in each bill period, and it starts again with the next.
- **Time**: if over any **four months** you’ve been abroad more than in the UK, *and* used more there than here, we text you first. You have 14 days to explain or come home before a surcharge can begin.

Ten weeks is about 70 days of 120, so you may well get that text. If you do, reply and tell us it’s a temporary job.

Use Wi-Fi at your lodgings for the big downloads and you’ll hardly touch the 25 GB.`,
        },
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Colin-Barrow',
    daysAgo: 24,
    at: '22:03',
    title: 'Can I stop the children’s lines using data abroad without taking their phones?',
    body: 'Half-term in Majorca. Last time one of them watched an entire series by the pool on mobile data, with the hotel Wi-Fi right there. I want calls and texts on and data off, for four lines, from my own phone, in a way a thirteen-year-old can’t undo. Is there such a thing?',
    answers: [
      {
        by: 'Tom',
        after: 35,
        body: `There is, and it’s at Goodline’s end, so no teenager can get at it. As the account owner:

1. In My Goodline go to **Account › Lines** and open the first child.
2. Choose **Controls › Mobile data abroad** and set it to *Off*.
3. Do the same for the other three. It works within the hour.

Calls, texts and 999 or 112 carry on as usual. They can flip Data Roaming on the handset as often as they please and nothing will come through. Switch it back the day you land, or you’ll hear about it at Gatwick.`,
        up: ['Wendy-Cole', 'Kasia-N', 'Sian-Hughes', 'yusuf-k'],
        comments: [
          {
            by: 'Colin-Barrow',
            after: 700,
            body: 'Power like this should not be in the hands of one man. Thank you.',
          },
        ],
        alsoHelped: ['Wendy-Cole'],
        accepted: { after: 690 },
      },
      {
        by: 'Sian-Hughes',
        after: 80,
        body: 'We went softer and gave each of ours a 2 GB limit with their own name on it. The one who ran out first had to ask the others for a hotspot, which taught more than any lecture of mine has.',
        up: ['Wendy-Cole', 'Una', 'Tom'],
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Mei-Ling',
    daysAgo: 12,
    at: '19:19',
    title: 'Cheapest way to use maps in Dalaman for a week?',
    body: 'Hire car, no Turkish, no sense of direction. I need maps with the voice and nothing else, the rest can wait for the villa’s Wi-Fi. Is the £12 week the cheapest, or could I get by with one or two day passes and be clever about it?',
    meToo: ['Una', 'yusuf-k'],
    answers: [
      {
        by: 'Kasia-N',
        after: 21,
        body: 'Download the area on Wi-Fi before you go and you won’t need data at all for maps. In the maps app tap your picture, then offline maps, and drag the square from Dalaman to wherever you’re staying. GPS is free and works in aeroplane mode. You lose live traffic, but there are goats in both directions anyway.',
        up: ['Mei-Ling', 'Una', 'Tom', 'Dave-Sinclair'],
      },
      {
        by: 'Dave-Sinclair',
        after: 64,
        body: 'I’d still have one £2.50 day pass bought and waiting for the drive from the airport, since that’s the one you can’t get wrong in the dark. It doesn’t begin until the data’s used, so if you never need it you can keep it for the trip back.',
        up: ['Mei-Ling', 'Kasia-N'],
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Nathan-P',
    daysAgo: 7,
    at: '12:27',
    title: 'Which roaming zone is Türkiye in?',
    body: 'Stag do in Bodrum, eleven of us, nobody has read anything. I can see Zone 1 is the EU and a few more. I’m told some of Türkiye is in Europe and some isn’t. Does it depend on which bit you stand in, and what do I tell the other ten?',
    up: ['Mei-Ling', 'Bex', 'Rhys-Morgan'],
    answers: [
      {
        by: 'Kasia-N',
        after: 15,
        body: `Türkiye is in **Zone 2**, all of it, on both sides of the Bosphorus. Your UK allowance doesn’t cover it, so you need a **Zone 2 day pass, £2.50 a day**, or a **week for £12**.

Buy it in the app before you land and it starts the first time you use data. For the other ten, one message is enough: “Buy the pass on Wi-Fi at Stansted, keep Data Roaming off until you need it.”`,
        up: ['Nathan-P', 'Tom', 'Bex', 'Mei-Ling', 'Una', 'Gwen'],
        alsoHelped: ['Bex', 'Mei-Ling'],
        comments: [{ by: 'Nathan-P', after: 52, body: 'Copied to the group. Three have read it.' }],
        accepted: { after: 50 },
        audit: {
          ...{ by: 'Marcus', after: 1390, verdict: 'pass' },
          otherwise: {
            verdict: 'fix',
            note: 'All true. Somebody who lands at ten in the evening pays for two days, so I’ve added when a day ends.',
            body: `Türkiye is in **Zone 2**, all of it, on both sides of the Bosphorus. Your UK allowance doesn’t cover it, so you need a **Zone 2 day pass, £2.50 a day**, or a **week for £12**. A day ends at midnight UK time.

Buy it in the app before you land and it starts the first time you use data. For the other ten, one message is enough: “Buy the pass on Wi-Fi at Stansted, keep Data Roaming off until you need it.”`,
          },
        },
      },
      {
        by: 'Viktor',
        after: 130,
        body: 'Look out for the boats also. If you take the ferry to Kos then you’re in Greece, and that’s Zone 1 again, nothing to pay. My phone changed half-way over and I had one pass running for nothing.',
        up: ['Kasia-N', 'Nathan-P'],
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'PeteTheMeter',
    daysAgo: 3,
    at: '20:52',
    title: 'Is there a spending cap just for roaming, separate from my UK one?',
    body: 'I read meters for a living so I like a number that stops. My cap at home is £5. When I’m off to Norway next month I’d like to set a different limit for anything charged abroad. The app shows one box marked “Spend cap” and no second one. Does the one box do both?',
    up: ['Raj-Patel', 'Kasia-N'],
    meToo: ['Raj-Patel'],
    answers: [],
  },
];
