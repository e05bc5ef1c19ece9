import type { Thread } from '../shape.ts';

/** Threads about home broadband, oldest first. */
export const broadband: Thread[] = [
  {
    topic: 'broadband',
    by: 'Gwen',
    daysAgo: 110,
    at: '16:05',
    title: 'Wi-Fi is quick beside the hub and useless upstairs, should I split the bands?',
    body: 'Two-foot stone walls, hub in the hall. Downstairs I get 68 Mbps, in the back bedroom I get 3, and it keeps dropping. The hub has one name for both bands, and a nephew says that I should give 2.4 and 5 GHz a name each so that I can choose. Is he right, or is he just nineteen?',
    up: ['Moira-Fenn', 'Tom'],
    meToo: ['Sian-Hughes', 'Moira-Fenn'],
    answers: [
      {
        by: 'Olu-Adeyemi',
        after: 22,
        body: `He is right for your house, and he is probably nineteen as well.

- **5 GHz** is fast and gives up at the first thick wall.
- **2.4 GHz** is slower, gets through stone far better, and is what you want in the back bedroom.

With a single name the bedroom things cling to a dying 5 GHz signal. In the hub's page, under *Wireless → Advanced*, turn off **band steering**, call one of them \`Gwen\` and the other \`Gwen-far\`, and join only \`Gwen-far\` upstairs. Then set 2.4 GHz to channel **1, 6 or 11** (whichever is quietest) and the width to **20 MHz**. I would expect 15 to 25 Mbps up there.`,
        up: ['Gwen', 'Tom', 'Moira-Fenn', 'Sian-Hughes', 'Ewan-McAllister'],
        alsoHelped: ['Sian-Hughes'],
        comments: [
          {
            by: 'Gwen',
            after: 170,
            body: '19 Mbps in the back bedroom. The nephew is unbearable.',
          },
        ],
        accepted: { after: 175 },
        audit: { by: 'Hannah', after: 1100, verdict: 'pass', note: 'Spot on.' },
      },
      {
        by: 'Ewan-McAllister',
        after: 140,
        body: 'Something that costs nothing: where in the hall is it? Mine was on the floor behind the coats. Up on a shelf at head height, standing upright and a foot away from the meter box, I gained about a third upstairs without touching one setting.',
        up: ['Gwen', 'Olu-Adeyemi'],
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'jules84',
    daysAgo: 96,
    at: '12:12',
    title: 'Switching broadband to Goodline: do I have to ring my old provider to cancel?',
    body: 'Ordered fibre from Goodline last night. The old lot are famous for keeping you on the line for an hour and offering you things. The order page mentions One Touch Switch but not whether I still have to give notice. If I cancel too early I am offline, and if I cancel too late I pay two bills. What is the right moment?',
    up: ['Bex'],
    meToo: ['Bex', 'Farah', 'old-nokia-fan'],
    answers: [
      {
        by: 'Tom',
        after: 11,
        body: `The right moment is never. **Do not ring them at all.**

With One Touch Switch the new provider does it for you. Your old provider must send you a message, normally on the same day, that says what you would have to pay to leave (if you are still in contract) and what else stops with it, such as an e-mail address or a TV box. If that looks fine you do nothing, and on the day they end it as ours begins. No notice to pay beyond that date.

If you ring and cancel yourself you can break the match, and then you do have the gap.

Do **send their router back**, though. That is where they get you.`,
        up: ['jules84', 'Bex', 'Olu-Adeyemi', 'Farah', 'Colin-Barrow', 'Gwen'],
        alsoHelped: ['Bex', 'Farah'],
        comments: [
          {
            by: 'jules84',
            after: 260,
            body: 'The message came at teatime: £0 to leave. Nobody offered me a thing. Bliss.',
          },
        ],
        accepted: { after: 262 },
        audit: { by: 'Marcus', after: 1000, verdict: 'pass' },
      },
      {
        by: 'Rhys-Morgan',
        after: 40,
        body: 'Check that the name and the address on your order are spelt as they are on the old bill. Mine did not match because I am “Flat 2” here and “2nd floor” there, and I had to put it in again.',
        edit: {
          after: 52,
          body: 'Check that the name and the address on your order are spelt as they are on the old bill. Mine did not match because I am “Flat 2” here and “2nd floor” there, and I had to put it in again. It is good for thirty days once they have found you, so do not sit on it.',
          reason: 'Added how long a match lasts',
        },
        up: ['Tom', 'jules84'],
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Aisha-Rahman',
    daysAgo: 87,
    at: '20:20',
    title: 'Speed fell from 62 to 38 after a thunderstorm and has stayed there for days',
    body: 'FTTC, hub on the master socket. The line dropped about ten times during the storm last Thursday. It has been steady since, but the hub now syncs at 38 where it was always 62. I have been restarting it every evening in case that helps. It does not help. Is it broken, or has someone turned me down?',
    up: ['Gwen'],
    answers: [
      {
        by: 'Moira-Fenn',
        after: 37,
        body: `Someone has turned you down, but it is a machine. On copper lines **Dynamic Line Management** watches the cabinet's end, and after a burst of drops it lowers the speed to make the line steady again.

The hard part: **every restart looks to it like one more drop.** So stop the evening restarts.

1. Leave the hub on, day and night, for at least a week. Up to two after a bad storm.
2. Plug it into the *test socket* behind the lower faceplate if you can, so that extension wiring is out of it.
3. Look at the sync figure, not at a speed test.

If it has not moved in fourteen days, or you hear crackling on the phone, ask 4444 for a line test and a DLM reset. The storm may have damaged a joint.`,
        up: [
          'Aisha-Rahman',
          'Olu-Adeyemi',
          'Tom',
          'Gwen',
          'Gordon-Tait',
          'Dave-Sinclair',
          'Colin-Barrow',
        ],
        alsoHelped: ['Gordon-Tait'],
        comments: [
          {
            by: 'Aisha-Rahman',
            after: 12300,
            body: 'Eight days of sitting on my hands and it is back at 60. I would never have guessed that it was me.',
          },
        ],
        accepted: { after: 12310 },
        audit: {
          by: 'Hannah',
          after: 13200,
          verdict: 'pass',
          note: 'An excellent explanation. We may ask to turn this into a guide.',
        },
      },
      {
        by: 'Gordon-Tait',
        after: 80,
        body: 'You want to switch it off at the wall for half an hour every night for a week, that clears it out. Ten minutes is not enough, it has to lose its memory. I was told that by an engineer when we had the old modem, must have been 2011 or so.',
        down: ['Olu-Adeyemi', 'Moira-Fenn'],
        comments: [
          {
            by: 'Olu-Adeyemi',
            after: 110,
            body: 'I am afraid that would keep it down: to the cabinet, each switch-off is a lost line.',
          },
        ],
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Orla-Byrne',
    daysAgo: 77,
    at: '11:45',
    title: 'Own router on full fibre: some sites load and others hang for ever',
    body: 'Put my own router on the ONT in place of the hub, PPPoE with the details from the app. It connects and speed tests are 290 Mbps. But the bank, the council and one streaming site just hang with a white page, while everything else is fine. With the hub back in, all of them load. I do not want to go back to the hub.',
    answers: [
      {
        by: 'Ewan-McAllister',
        after: 26,
        body: "Smells like DNS to me. Your router is probably handing out its own address and falling over on some of the names. Set the DNS servers by hand on the WAN page, to any public pair that you trust, restart the router, and clear the browser's cache. The bank and the council often have odd records that cheap resolvers choke on.",
        up: ['Orla-Byrne'],
        accepted: { after: 64, withdrawnAfter: 455 },
        comments: [
          {
            by: 'Orla-Byrne',
            after: 450,
            body: 'It seemed to work, but only because the pages were in the cache. Hanging again this evening.',
          },
        ],
      },
      {
        by: 'Olu-Adeyemi',
        after: 500,
        body: `"Some sites hang, always the same ones" is the signature of **MTU**, not DNS. PPPoE takes 8 bytes out of every 1,500-byte packet, so what fits is **1492**. If the router says 1500, big packets vanish on the way to sites that block the "too big" message.

1. WAN page: set **MTU to 1492**.
2. Turn on **MSS clamping** (sometimes "TCP MSS fix"), value 1452.
3. Test: \`ping -f -l 1464\` to any site from Windows should answer, and 1465 should say that it needs to be fragmented.

If your router does *baby jumbo frames* you can set 1508 on the port and get the whole 1500 back.`,
        up: ['Orla-Byrne', 'Ewan-McAllister', 'Tom', 'Moira-Fenn', 'Nathan-P', 'Bex'],
        comments: [
          {
            by: 'Ewan-McAllister',
            after: 540,
            body: 'That is the one. I should have asked whether it was always the same sites.',
          },
        ],
        alsoHelped: ['Ewan-McAllister'],
        accepted: { after: 560 },
        audit: { by: 'Marcus', after: 1500, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Tom',
    daysAgo: 66,
    at: '19:14',
    title: 'Mesh or powerline for a long thin house with the hub at one end?',
    body: 'My turn to ask. Terrace, four rooms in a row, hub at the street end, daughter at the garden end with a degree to finish. Brick walls. I sold hundreds of these boxes over the years and never had to live with one. Mesh or powerline, and if it is mesh, does it matter where the second one goes?',
    up: ['Gwen', 'Priya', 'Dave-Sinclair'],
    meToo: ['Orla-Byrne', 'Gwen', 'Raj-Patel'],
    answers: [
      {
        by: 'Olu-Adeyemi',
        after: 33,
        body: `Mesh, and yes, it matters more than the brand. The second unit should go **halfway**, where the first is still strong, not in the room that is weak. It can only pass on what it hears.

In a row of four rooms the **backhaul** is the weak spot. Either buy tri-band, so that the units talk on a radio of their own, or better still run one flat Ethernet cable along the skirting and set *wired backhaul*. With a cable she gets nearly all of it; without, plan on half.`,
        up: ['Tom', 'Gwen', 'Orla-Byrne', 'Moira-Fenn', 'Ewan-McAllister'],
        alsoHelped: ['Orla-Byrne'],
      },
      {
        by: 'Raj-Patel',
        after: 120,
        body: 'I went powerline in a house very like that and do not regret it. 90 Mbps at the far end off a 300 line, dead steady, and only forty pounds. Two rules: straight into the wall and never into a strip with surge protection, and both ends on the same ring. It falls over for two minutes whenever we run the old tumble dryer.',
        up: ['Tom', 'Colin-Barrow'],
      },
      {
        by: 'Colin-Barrow',
        after: 400,
        body: 'Have you a TV aerial cable running the length of the house? There are adapters that put Ethernet over it, called MoCA. I got 900 Mbps down a cable from 1994. Nobody ever mentions it. Make sure that nothing else is using the cable first, my mother-in-law lost her quiz shows.',
        up: ['Tom', 'Olu-Adeyemi', 'Gwen'],
        comments: [
          {
            by: 'Tom',
            after: 2900,
            body: 'Did a bit of everything: mesh, with the aerial cable as the wire between. All three of you are right.',
          },
        ],
      },
    ],
    resolution: { as: 'no-single-answer', after: 2910 },
  },
  {
    topic: 'broadband',
    by: 'Priya',
    daysAgo: 56,
    at: '22:40',
    title: 'Speed test says 150 Mbps but video calls freeze when anyone uploads',
    body: "Every speed test is perfect. Then my flatmate's phone starts to back up her photos and I turn into a statue in the middle of a meeting. 150 down, 28 up, wired to the hub. Goodline says that the line is fine and I believe them. Surely one phone cannot use all that? Should I pay for the faster plan?",
    up: ['Theo-W'],
    meToo: ['Farah', 'Theo-W', 'Sunita'],
    answers: [
      {
        by: 'Olu-Adeyemi',
        after: 29,
        body: `Do not pay for more speed yet. This is **latency under load**: her backup fills the 28 up, your packets queue behind it, and a delay of 12 ms becomes 600. A speed test never shows you that, because it is the thing filling the queue.

To see it: start a backup, run \`ping\` to anything, and watch the times climb.

To cure it, hub page → **Advanced → QoS**:

- turn on *smart queue* (fq_codel or CAKE, if it is offered)
- set the upload limit to about **90 %** of what you measure, so 25 Mbps

The backup takes a little longer and nobody freezes. If your hub has no such page, cap the upload in her photo app.`,
        up: [
          'Priya',
          'Tom',
          'Theo-W',
          'Farah',
          'Ewan-McAllister',
          'Moira-Fenn',
          'PeteTheMeter',
          'Sunita',
          'Nathan-P',
        ],
        alsoHelped: ['Farah', 'Theo-W'],
        comments: [
          {
            by: 'PeteTheMeter',
            after: 700,
            body: 'Measured mine before and after: 540 ms down to 31 ms. Remarkable for one tick box.',
          },
        ],
        accepted: { after: 840 },
        audit: { by: 'Hannah', after: 1700, verdict: 'pass' },
      },
      {
        by: 'Nathan-P',
        after: 75,
        body: 'We had this with two gamers in the house, and went from 150 to 500 to get rid of it. It helped for about a week and then they found bigger things to download. So I would not bother, unless the bigger plan also gives you a good deal more upload, which ours hardly did.',
        up: ['Priya', 'Olu-Adeyemi'],
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Bex',
    daysAgo: 48,
    at: '10:33',
    title: 'Moving house in three weeks: how much notice does the broadband need?',
    body: 'Completion is on a Friday, three weeks tomorrow, if the solicitor can find a pen. I work from home on the Monday. The new place has a little white box with lights on the wall, so I think it is full fibre. When do I have to tell Goodline, do I take the hub with me, and will I be charged for the old house as well?',
    up: ['Una'],
    answers: [
      {
        by: 'Tom',
        after: 16,
        body: `Tell them now, it is easier to change a date than to find one.

- **Notice:** five working days is enough if the new place already has the white box, which is called an ONT.
- **Where:** My Goodline → Broadband → **I'm moving**. You need the new postcode and the date.
- **Take the hub** and its power supply with you. **Leave the ONT** on the wall in both houses, it belongs to the building.
- **Money:** one bill. The old line stops on the day when the new one starts.

Ask for the Friday. Then if anything goes wrong, you have the weekend.`,
        up: ['Bex', 'Una', 'Gwen'],
        comments: [
          {
            by: 'Una',
            after: 60,
            body: 'I was told ten days when I moved. Was that only because I had no ONT?',
          },
        ],
        accepted: { after: 130 },
        audit: {
          by: 'Marcus',
          after: 1400,
          verdict: 'fix',
          note: 'We ask for ten working days, with or without an ONT; five is what it was until the spring. I have changed that line and added what to do if the date slips, as the solicitor still has to find the pen.',
          body: `Tell them now, it is easier to change a date than to find one.

- **Notice:** **ten working days** before the move, even if the new place already has the white box, which is called an ONT.
- **Where:** My Goodline → Broadband → **I'm moving**. You need the new postcode and the date. If completion slips you can move the date free of charge up to two working days before.
- **Take the hub** and its power supply with you. **Leave the ONT** on the wall in both houses, it belongs to the building.
- **Money:** one bill. The old line stops on the day when the new one starts.

Ask for the Friday. Then if anything goes wrong, you have the weekend.`,
        },
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'jules84',
    daysAgo: 36,
    at: '13:51',
    title: 'Do the 14 days to change my mind start when I order or when it goes live?',
    body: "I ordered the 500 plan for my mum's flat on the 2nd. The engineer is not coming until the 19th. She has now decided that she is moving in with my brother, so she will not need it. Are the fourteen days already up by then, or do they only begin once it is working? The e-mail says “14-day cooling-off period” and nothing else.",
    answers: [
      {
        by: 'Colin-Barrow',
        after: 45,
        body: "You have plenty of time. The fourteen days start on the day when the service goes live, because you cannot know whether you like a thing until you have it. So on the 19th the clock starts and she has until the 3rd. I would let the engineer come, see whether your brother's plan lasts, and cancel after that if need be. It costs nothing within the period.",
        up: ['jules84', 'Viktor'],
        accepted: { after: 190 },
        comments: [
          {
            by: 'Tom',
            after: 9900,
            body: 'Colin, I have always understood it to be from the order. Worth one of the team looking at this.',
          },
        ],
        audit: {
          by: 'Hannah',
          after: 13400,
          verdict: 'fail',
          reason: 'wrong',
          note: 'For broadband the fourteen days run from the day after the contract is agreed, which is the order, not from when the line goes live; and if work has begun at the customer’s request there can be something to pay. I have written to jules84, who has lost nothing by it. I know that it was meant well, and most of what you post here is a great help.',
        },
      },
      {
        by: 'Mei-Ling',
        after: 600,
        body: "Whatever the rule says, why wait? If she is not going to use it, cancel today, in writing, through the app, and keep the e-mail that comes back. Then nobody has to count days. When I cancelled a different order before the visit, the engineer's appointment went away by itself within the hour.",
        up: ['jules84', 'Tom', 'Sunita'],
        alsoHelped: ['Viktor'],
        comments: [
          {
            by: 'jules84',
            after: 700,
            body: 'Did that in the end, on day nine. Mum is at my brother’s already, rearranging his kitchen.',
          },
        ],
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Priya',
    daysAgo: 24,
    at: '09:58',
    title: 'Got an end-of-contract notice for my broadband: what happens if I do nothing?',
    body: 'E-mail this morning: my 24 months end on the 20th, the price goes from £29 to £37, and here are three offers. I am quite happy with what I have and quite unhappy with £37. If I ignore it, do I get cut off, tied in again, or simply fleeced? And can I take the new-customer price, which is on the website for £27?',
    up: ['Nathan-P', 'Wendy-Cole'],
    meToo: ['Wendy-Cole', 'Raj-Patel', 'PeteTheMeter', 'Aisha-Rahman', 'Mei-Ling', 'Una'],
    answers: [
      {
        by: 'Tom',
        after: 18,
        body: `Fleeced, politely. If you do nothing you stay connected, on the £37, with no contract, and can leave whenever you like. You are not tied in again unless you say yes to something.

They have to send you that notice 10 to 40 days before the end, and it has to show the best deals for you **and** what new customers pay. So:

1. Look in the notice for the £27. If you may have it, it says so beside it.
2. If you may not, ring 4444, choose *thinking of leaving*, and name the figure. I have never known them not to move.
3. Check whether the new one is 12 or 24 months, and what the yearly rise is in pounds.`,
        up: ['Priya', 'Wendy-Cole', 'Colin-Barrow', 'Raj-Patel', 'Gwen', 'Una', 'Nathan-P'],
        alsoHelped: ['Wendy-Cole', 'Raj-Patel', 'Una'],
        comments: [
          {
            by: 'Priya',
            after: 1500,
            body: '£27.50 for twelve months, and they were nice about it. It took one phone call, with a biscuit.',
          },
        ],
        accepted: { after: 1505 },
      },
      {
        by: 'Wendy-Cole',
        after: 250,
        body: 'I let mine run on by accident for seven months at the full price. That was £56 for not opening an e-mail. Nobody sends you a second one until a year later, so put it in the diary today even if you mean to do it tomorrow. I meant to do it tomorrow.',
        up: ['Priya', 'Sunita'],
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Gordon-Tait',
    daysAgo: 10,
    at: '18:20',
    title: 'Internet dies whenever the wife uses the microwave',
    body: 'You will say that it is in my head. It is not, I have stood there with the tablet. Porridge goes in, film stops. Ping, film carries on. The hub is in the kitchen on top of the fridge because that is where the socket is. It never did it in the old house. Do I need a new microwave or a new hub? I am not moving the fridge.',
    up: ['Bex', 'Tom', 'Gwen'],
    answers: [
      {
        by: 'Moira-Fenn',
        after: 34,
        body: `It is not in your head at all. A microwave oven works at 2.45 GHz, in the very middle of the 2.4 GHz Wi-Fi band. A little leaks out, quite safely, and it is still a thousand times louder than your tablet.

Neither of them is broken. Put the tablet on **5 GHz** and the porridge can do as it likes. If the tablet is too old for that, try channel 1 on the hub, and get a metre of distance between the fridge and the oven.`,
        up: ['Gordon-Tait', 'Olu-Adeyemi', 'Tom', 'Gwen', 'Bex'],
        alsoHelped: ['Wendy-Cole'],
      },
      {
        by: 'Sunita',
        after: 190,
        body: 'The top of a fridge is the worst spot in the house even without the microwave, it is one big sheet of metal. You can buy a longer cable for the broadband socket for about six pounds and stand the hub in the next room. We ran ours under the carpet strip in the doorway and you would never know.',
        up: ['Moira-Fenn'],
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Mei-Ling',
    daysAgo: 4,
    at: '15:47',
    title: 'What do the lights on the ONT mean when PON is flashing and LOS is red?',
    body: "The little white box on the wall has PON flashing green and a steady red light marked LOS. The hub is amber and there has been no internet since eleven o'clock. The status page shows nothing for my postcode. A man was up a ladder across the road this morning, which may or may not be a clue. Is there anything that I can do at my end before I report it?",
    up: ['Sunita'],
    answers: [],
  },
  {
    topic: 'broadband',
    by: 'Raj-Patel',
    daysAgo: 3,
    at: '10:26',
    title: 'Will Mum’s landline still work in a power cut once it goes digital?',
    body: 'Mum is 81 and has had a letter to say that her landline is going to be moved on to the broadband hub. She has a pendant alarm that dials out, and we lose power two or three times every winter. With the old phone she could always ring me. What happens when the lights go out, and what do I need to ask for before they come?',
    up: ['Priya', 'Gwen', 'Nan-Jean'],
    meToo: ['Nan-Jean', 'Colin-Barrow', 'Rhys-Morgan', 'Orla-Byrne'],
    answers: [
      {
        by: 'Moira-Fenn',
        after: 41,
        body: `You are right to ask first. A digital line runs on the hub, and the hub runs on the mains, so **no power means no landline**, unless there is a battery.

Ring 4444 and tell them three things:

1. She depends on the line and has a **pendant alarm**. They must not switch her over without checking that it works.
2. She needs the **battery back-up**. It keeps the line up for at least an hour, and it is free for anyone who relies on a landline.
3. Ask to have her on the priority list.

Then ring the pendant firm yourself. Old pendants often need changing for one with a SIM of its own.`,
        up: ['Raj-Patel', 'Gwen', 'Tom', 'Colin-Barrow', 'Priya'],
        alsoHelped: ['Colin-Barrow', 'Nan-Jean'],
        comments: [
          {
            by: 'Nan-Jean',
            after: 300,
            body: 'I have one of those pendants, so I shall be ringing up as well. Thank you, dear.',
          },
          {
            by: 'Tom',
            after: 1560,
            body: 'On full fibre, does the white box on the wall need a battery as well?',
          },
        ],
        accepted: { after: 1450 },
        edit: {
          after: 1610,
          body: `You are right to ask first. A digital line runs on the hub, and the hub runs on the mains, so **no power means no landline**, unless there is a battery.

Ring 4444 and tell them three things:

1. She depends on the line and has a **pendant alarm**. They must not switch her over without checking that it works.
2. She needs the **battery back-up**. It keeps the line up for at least an hour, and it is free for anyone who relies on a landline. On full fibre it has to feed **both** the hub and the white box (ONT), so say which she has.
3. Ask to have her on the priority list.

Then ring the pendant firm yourself. Old pendants often need changing for one with a SIM of its own.`,
          reason: 'Added the ONT, after Tom asked',
        },
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Moira-Fenn',
    daysAgo: 1,
    at: '11:32',
    title: 'Hub loses 5 GHz for a minute or more when set to 160 MHz wide',
    body: 'I thought that I would treat myself to the wide channel. With 160 MHz the laptop does 880 Mbps, but once or twice a day the 5 GHz network vanishes and comes back on another channel. I am four miles from an airfield and I suspect the radar rule. At 80 MHz on channel 36 it never happens. Does anyone get 160 to stay put near an airport?',
    up: ['Olu-Adeyemi', 'Ewan-McAllister'],
    answers: [],
  },
];
