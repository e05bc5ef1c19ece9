import type { Thread } from '../shape.ts';

/** Threads about calls, texts and plans, oldest first. */
export const mobile: Thread[] = [
  {
    topic: 'mobile',
    by: 'Sian-Hughes',
    daysAgo: 113,
    at: '13:22',
    title: 'Do 0345 and 0330 numbers come out of my minutes?',
    body: 'My surgery has moved to an 0345 number and the school is on 0330. I spend half my life in one queue or the other. My plan says 500 UK minutes. Are these counted as UK minutes, or are they one of those special numbers which you find out about at the end of the month?',
    up: ['Gwen', 'Colin-Barrow'],
    meToo: ['Gwen', 'Aisha-Rahman'],
    answers: [
      {
        by: 'Tom',
        after: 6,
        body: `Ordinary minutes, both of them. Anything that begins **03** (0300, 0330, 0345, 0370) must by law cost the same as a call to an 01 or 02 number, and be included wherever those are. Time spent in the queue does count, mind.

The ones to look out for are **0843, 0844, 0845, 0870, 0871** and anything on **09** or **118**. They are charged on top.`,
        up: ['Sian-Hughes', 'Gwen', 'Moira-Fenn', 'Dave-Sinclair'],
        alsoHelped: ['Gwen', 'Aisha-Rahman'],
        accepted: { after: 11 },
        audit: { by: 'Hannah', after: 95, verdict: 'pass' },
      },
      {
        by: 'Moira-Fenn',
        after: 300,
        body: 'With 500 minutes and those two queues I would ring at five past two rather than at eight in the morning. I kept a note for a month: average wait of four minutes after lunch, twenty-six first thing. It is not the tariff which eats your allowance, it is the time of day.',
        up: ['Tom', 'Sian-Hughes'],
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Kasia-N',
    daysAgo: 94,
    at: '17:48',
    title: 'Forward calls only when my phone is off, not when I am just slow',
    body: "When I fly to Gdansk my clients get voicemail and they do not like it. I would like calls to go to my colleague's mobile if my phone is off or has no signal, but if I simply do not pick up they should go to voicemail as now. In the phone menu I see four different forwards and I do not dare to touch them.",
    up: ['Farah'],
    answers: [
      {
        by: 'Tom',
        after: 25,
        body: `You want the one called **When unreachable**. Leave the other three alone. It is quicker with a code than in the menu; type it as if you were ringing a number, then press call:

- On: \`*67*\` then your colleague's number then \`#\`
- Check: \`*#67#\`
- Off: \`##67#\`

The forwarded part counts as a call from you to a UK mobile, so it comes out of your minutes. Set it before you leave, while you have signal.`,
        up: ['Farah', 'Colin-Barrow', 'Gwen'],
        comments: [
          {
            by: 'Kasia-N',
            after: 60,
            body: 'Set in one minute, I will know on Monday at the airport.',
          },
        ],
        accepted: { after: 62 },
        audit: {
          by: 'Marcus',
          after: 900,
          verdict: 'fix',
          note: 'The choice of forward, the price and the warning are all right, but 67 is the code for "busy". Unreachable is 62. I have changed the three codes and told Kasia, so that Monday goes well.',
          body: `You want the one called **When unreachable**. Leave the other three alone. It is quicker with a code than in the menu; type it as if you were ringing a number, then press call:

- On: \`*62*\` then your colleague's number then \`#\`
- Check: \`*#62#\`
- Off: \`##62#\`

The forwarded part counts as a call from you to a UK mobile, so it comes out of your minutes. Set it before you leave, while you have signal. When you come home, \`##62#\` followed by \`*62*443#\` sends unreachable calls to voicemail again.`,
        },
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Bex',
    daysAgo: 84,
    at: '20:11',
    title: 'Netball group chat is costing me 55p a message',
    body: 'Nineteen women, one group text, and an argument about bibs. Every reply I send shows on my bill as PICTURE MSG 55p although I have not sent a single picture. Ordinary texts to the same people are free. I have spent £12 on bibs that I could have bought outright. What is going on?',
    up: ['Sian-Hughes', 'Gwen', 'Orla-Byrne', 'Tom'],
    meToo: ['Sian-Hughes', 'Orla-Byrne', 'jules84'],
    answers: [
      {
        by: 'Ewan-McAllister',
        after: 18,
        body: `Your phone is sending a **group MMS**. A plain text cannot carry a list of who is in the group, so the phone wraps it up as a picture message with no picture in it, and those are not in any plan.

To stop it on Android: Messages → your face, top right → **Messages settings → Advanced → Group messaging**, and choose *Send an SMS reply to all recipients*. On an iPhone: Settings → Messages → **Group Messaging** off.

The cost: replies then come to everybody one by one and not in a shared thread. A chat app is kinder for nineteen people.`,
        edit: {
          after: 31,
          body: `Your phone is sending a **group MMS**. A plain text cannot carry a list of who is in the group, so the phone wraps it up as a picture message with no picture in it, and those are not in any plan.

To stop it on Android: Messages → your face, top right → **Messages settings → Advanced → Group messaging**, and choose *Send an SMS reply to all recipients*. On an iPhone: Settings → Apps → Messages → **Group Messaging** off.

The cost: replies then come to everybody one by one and not in a shared thread. A chat app is kinder for nineteen people.`,
          reason: 'The iPhone menu has moved since I last saw one',
        },
        up: ['Bex', 'Tom', 'Sian-Hughes', 'Orla-Byrne', 'Gwen', 'Kasia-N', 'Mei-Ling'],
        alsoHelped: ['Orla-Byrne', 'jules84'],
        comments: [
          {
            by: 'Bex',
            after: 70,
            body: 'Moved the whole rabble to an app. The bibs are still not settled.',
          },
          {
            by: 'old-nokia-fan',
            after: 130,
            body: 'My phone cannot do groups at all. Once again I win.',
          },
        ],
        accepted: { after: 72 },
        audit: { by: 'Hannah', after: 1020, verdict: 'pass' },
      },
      {
        by: 'Tom',
        after: 35,
        body: 'Worth knowing for later: a very long text, or one with an e-mail address in the To line, can turn into a picture message in just the same way. Most phones show a little **MMS** beside the send arrow when it happens. If you see it, shorten the message and it goes back to being a normal text.',
        up: ['Bex', 'Ewan-McAllister'],
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Orla-Byrne',
    daysAgo: 75,
    at: '10:54',
    title: 'If I move to a bigger plan halfway through the month do I lose the data I have left?',
    body: 'I am on 10 GB and have 2 GB to get me through eleven days, with a train journey to Holyhead at each end. The 30 GB plan is only £4 more. If I change today, do I get the whole 30 now, does the 2 GB stay, and when does the £4 start? The app only says “your change has been scheduled” once you have pressed it.',
    answers: [
      {
        by: 'PeteTheMeter',
        after: 42,
        body: `I did exactly this in the spring and wrote the figures down, as I do.

- **Going up** happens at once. I got a *share* of the new allowance: for eleven days of thirty you would get 20 GB × 11/30, so about 7.3 GB added to the 2 GB you have.
- **The price** is shared out in the same way: about £1.47 on the next bill, then £4 a month.
- **Going down** waits for the bill date. That is what "scheduled" means, so if you see that word, check you have not picked a smaller plan.

It is a rolling plan, so you can drop back afterwards.`,
        up: ['Orla-Byrne', 'Tom', 'Colin-Barrow', 'Moira-Fenn'],
        comments: [
          {
            by: 'Orla-Byrne',
            after: 66,
            body: 'It gave me 7.33 GB. I admire a man with a notebook.',
          },
        ],
        accepted: { after: 70 },
        audit: {
          by: 'Marcus',
          after: 260,
          verdict: 'pass',
          note: 'Correct to the second decimal place.',
        },
      },
      {
        by: 'Gordon-Tait',
        after: 90,
        body: 'I would wait for the bill date and live with it. Changing in the middle of the month always makes a muddle of the bill with bits of this and bits of that, and then I have to ring up to have it explained to me. Take a book on the train.',
        down: ['Orla-Byrne'],
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Raj-Patel',
    daysAgo: 63,
    at: '16:30',
    title: 'Voicemail plays the old greeting from whoever had this number before',
    body: 'My number is new to me but not to the world. Callers hear “You have reached Sandra at Sunbed City”. I have rung 443 and recorded my own greeting twice, and I can play it back and it is me. Then somebody rings and gets Sandra. How do I evict her?',
    up: ['Bex', 'Farah', 'Kasia-N'],
    comments: [
      {
        by: 'Bex',
        after: 12,
        body: 'Sorry for your trouble, but please leave Sandra where she is.',
      },
    ],
    answers: [
      {
        by: 'Ewan-McAllister',
        after: 28,
        body: `There are two greetings in there. One is for when you do not answer, and the other, *extended absence*, plays over the top of it if it was ever switched on.

Ring **443**, press **star** for settings, then **3** for greetings, then **2** for extended absence, and turn it **off**. Ring yourself from another phone to check.`,
        up: ['Tom', 'Farah'],
        accepted: { after: 75, withdrawnAfter: 3010 },
        comments: [
          {
            by: 'Raj-Patel',
            after: 3005,
            body: 'It was me for two days. Then I restarted the phone and Sandra is back in charge.',
          },
        ],
      },
      {
        by: 'Tom',
        after: 3100,
        body: 'If she comes back by herself then the mailbox was never cleared when the number was given to you, and there is nothing you can press that will fix it. Ring 4444 and ask them to **delete and rebuild the mailbox**, in those words. You lose saved messages and the PIN goes back to the default, so change that straight afterwards.',
        up: ['Ewan-McAllister', 'Bex'],
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Sunita',
    daysAgo: 52,
    at: '07:58',
    title: 'Where do I report the parcel scam texts, and does it do any good?',
    body: 'Three this week: a parcel which could not be delivered, a fine that I have not paid, and my “son” on a new phone. I do not have a son. I delete them, but a neighbour of mine typed in her card details, so I would like to do something useful. Is there a number to send them to and is it free?',
    up: ['Gwen', 'Colin-Barrow', 'Nathan-P', 'Una'],
    meToo: ['Una', 'Nathan-P', 'Theo-W', 'Farah', 'Gordon-Tait', 'Rhys-Morgan', 'jules84'],
    answers: [
      {
        by: 'Dave-Sinclair',
        after: 17,
        body: `Forward the text to **7726**. It spells SPAM on the old keypads. Free on every UK network, and it works for suspicious calls too: text the word *Call* and the number that rang you.

It does help: the sender and the link are blocked for everybody once enough of us report them.

For your neighbour, today:

1. Ring the bank on **159**, which puts you through to the real one.
2. Change any password that she typed in.
3. Report it to the national fraud reporting service.

Do not tap the link to have a look. I did once.`,
        up: [
          'Sunita',
          'Gwen',
          'Tom',
          'Una',
          'Colin-Barrow',
          'Nathan-P',
          'Farah',
          'Moira-Fenn',
          'Raj-Patel',
        ],
        alsoHelped: ['Una', 'Nathan-P', 'Rhys-Morgan'],
        comments: [
          {
            by: 'Sunita',
            after: 300,
            body: 'She got through on 159 and the bank has stopped it. She is making me a cake.',
          },
        ],
        accepted: { after: 41 },
        audit: { by: 'Marcus', after: 120, verdict: 'pass', note: 'Clear, safe and kind.' },
      },
      {
        by: 'Mei-Ling',
        after: 66,
        body: "On most phones you need not forward anything: hold your finger on the message and there is **Report junk** or **Report spam** in the menu, which does it and deletes the text in one go. Whether that reaches the network as well or only the phone's maker, I am honestly not sure.",
        up: ['Sunita', 'Theo-W'],
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Viktor',
    daysAgo: 41,
    at: '12:40',
    title: 'Bank security codes do not arrive by text but everything else does',
    body: 'Normal messages come at once. Codes from my bank never come, and since yesterday not from the tax office either. I can receive texts from friends and from the dentist. I have restarted the phone and the bank says that they were sent and delivered. I need to pay the rent on the first, so it is a bit urgent.',
    answers: [
      {
        by: 'Gordon-Tait',
        after: 26,
        body: "The quick way round is to give the bank somebody else's number. I had mine sent to my brother-in-law's phone when my screen was broken, and he read the codes out to me over the landline. The bank changed it in two minutes. Then it does not matter what is wrong with your own phone and the rent is paid.",
        up: ['Theo-W'],
        down: ['Tom', 'Olu-Adeyemi'],
        accepted: { after: 50 },
        audit: {
          by: 'Hannah',
          after: 330,
          verdict: 'fail',
          reason: 'unsafe',
          note: 'I can see that this was meant to help, and it got the rent paid. But having security codes sent to, or read out by, another person is just what fraudsters ask people to do, and a bank may refuse a claim afterwards, so we cannot reward it. Nothing else of yours is affected.',
        },
      },
      {
        by: 'Tom',
        after: 85,
        body: `"Delivered" means that it reached the phone, so look on the phone:

1. **Messages → Spam & blocked** (Android) or **Unknown Senders / Junk** (iPhone). Codes come from a *name* or a short number, and filters love to bin those.
2. In settings, look at **blocked numbers** for anything with no digits in it.
3. Is there a second SIM, or an old phone still signed in to your messages? The code may be lighting up there.

The premium bar is not the cause: it only stops texts that you would be charged for.`,
        up: ['Viktor', 'Una', 'Olu-Adeyemi', 'Gwen'],
        alsoHelped: ['Una'],
        comments: [
          {
            by: 'Viktor',
            after: 520,
            body: 'Spam & blocked. Nine codes and one dentist. This should have been the one that I marked.',
          },
        ],
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Wendy-Cole',
    daysAgo: 29,
    at: '19:05',
    title: 'Is the unlimited plan really unlimited or is there a catch?',
    body: 'Thinking of the £25 unlimited one and giving up the broadband altogether, as it is only me and the cat. I would be using the phone as a hotspot for the telly most evenings. Do they slow you down after so many gigabytes, and is hotspot counted differently? I have been had by the word unlimited before.',
    up: ['Sunita'],
    meToo: ['Theo-W', 'yusuf-k'],
    answers: [
      {
        by: 'Theo-W',
        after: 40,
        body: 'I do this in a bedsit. I go through about 300 GB a month, mostly telly, and nobody has said a word and it has not gone any slower. The hotspot counts just the same as using it on the phone itself. The catch for me is evenings: between eight and ten it drops to 9 Mbps, and that is the mast being busy and not the plan.',
        up: ['Wendy-Cole', 'Moira-Fenn', 'Tom'],
      },
      {
        by: 'Viktor',
        after: 70,
        body: 'Forget all that, get the BEST streaming stick with lifetime channels, no contract, works on any plan!! I have a friend who sells them, first ten people get 40 % off, message me for the link. No limits no catch.',
        down: ['Tom', 'Gwen'],
        removed: {
          by: 'Marcus',
          after: 118,
          reason: 'spam',
          note: 'This advertises something for sale and does not answer the question. Please do not post offers here. Your other posts are welcome and are not touched by this.',
        },
      },
      {
        by: 'Moira-Fenn',
        after: 260,
        body: `No cap on the amount, but two things to think about from somebody who used to plan the masts:

- **A phone is a poor router.** It runs hot and the battery suffers from being on charge all night. If you keep it up, get a proper 4G/5G router with a socket for an aerial.
- **Try before you cancel.** Watch as you would for one week, rain included, before you give notice on the broadband. Coverage on the pavement is not coverage behind the telly.

Fair use is there for running a business off it, not for one lady and a cat.`,
        up: ['Wendy-Cole', 'Theo-W', 'Tom', 'Gwen', 'Sunita'],
        alsoHelped: ['yusuf-k'],
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Olu-Adeyemi',
    daysAgo: 15,
    at: '15:36',
    title: 'My dad is deaf: can he text 999 from a Goodline phone?',
    body: 'Routers I can do, this I cannot. Dad is 78, profoundly deaf, and moved on to Goodline with me last week. On his old network a nurse had set up something so that he could reach 999 by text. Does it carry over with the number, or does it have to be done again? I would rather not test it by trying.',
    up: ['Gwen', 'Tom', 'Moira-Fenn', 'Sunita'],
    answers: [
      {
        by: 'Zoe',
        after: 48,
        body: `I am deaf and use it. It goes with the **SIM and number being registered**, and it is safest to do it again after a move. It takes a minute and nobody is sent out:

1. From his phone text the word **register** to **999**.
2. He gets a message that explains the service. Reply **YES**.
3. Wait for the text that says the number is registered. Already done? It says so.

If he ever needs it: who (police, ambulance, fire, coastguard), what has happened, exactly where. Then wait for a reply; until one comes he must not assume that it got through. For a typed conversation with a person there is the relay app and **18000**.`,
        up: [
          'Olu-Adeyemi',
          'Gwen',
          'Tom',
          'Sunita',
          'Moira-Fenn',
          'Bex',
          'Colin-Barrow',
          'Farah',
          'Wendy-Cole',
        ],
        alsoHelped: ['Wendy-Cole'],
        comments: [
          {
            by: 'Olu-Adeyemi',
            after: 130,
            body: 'Registered, and printed out in very large letters by his kettle. Thank you so much, Zoe.',
          },
          {
            by: 'Gwen',
            after: 400,
            body: 'I am hearing and I have registered too. Up here a text gets out when a call will not.',
          },
        ],
        accepted: { after: 132 },
        audit: {
          by: 'Hannah',
          after: 190,
          verdict: 'pass',
          note: 'One of the best answers we have had. Thank you. Follow the link in our first e-mail and the reward is yours.',
        },
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Priya',
    daysAgo: 5,
    at: '18:50',
    title: 'Does an unused data add-on roll over to next month?',
    body: "Bought the 5 GB add-on for a conference with no Wi-Fi, and of course there was Wi-Fi. I have 4.6 GB of it left and my month turns over on Thursday. Does it carry on into the new month, or is it gone at midnight like Cinderella's coach? And which is used first, the plan or the add-on?",
    answers: [
      {
        by: 'Alfie',
        after: 22,
        body: 'I think it is gone, sorry. My plan data never carries over, whatever is left is wiped on the first and I start again. I would just download a load of films on Wednesday night, then at least you have had something for your money. No idea about which one is used first.',
        down: ['Gwen'],
      },
      {
        by: 'Gwen',
        after: 95,
        body: `You are in luck. Plan data ends with the month, but an **add-on lasts 30 days from the minute you bought it**, across the bill date if need be.

- The plan is used first, and the add-on only when the plan is empty. So on Thursday your fresh allowance goes first.
- To see its date: **My Goodline → Usage → Add-ons**. There is a small countdown.
- It does not stretch. Whatever is left on day 31 vanishes, pumpkin and all.`,
        up: ['Priya', 'Tom', 'yusuf-k'],
        alsoHelped: ['yusuf-k', 'Alfie'],
        comments: [
          {
            by: 'Alfie',
            after: 120,
            body: 'I stand corrected. That is good to know.',
          },
        ],
        accepted: { after: 3300 },
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Gwen',
    daysAgo: 3,
    at: '08:44',
    title: 'Can I have the 443 voicemail menu in Welsh?',
    body: 'My mam-in-law is 84 and Welsh is the language she thinks in. The woman on 443 talks at her in fast English about pressing 2 for this and star for that, and she hangs up. I know the bills come in Welsh if you ask. Is there a setting for voicemail, or has it never been recorded? Diolch.',
    up: ['Sian-Hughes', 'Rhys-Morgan', 'Priya', 'Tom'],
    meToo: ['Sian-Hughes', 'Rhys-Morgan'],
    comments: [
      {
        by: 'Rhys-Morgan',
        after: 55,
        body: 'I asked in chat a year ago and nobody knew. I would use it myself.',
      },
    ],
    answers: [],
  },
  {
    topic: 'mobile',
    by: 'Ewan-McAllister',
    daysAgo: 2,
    at: '12:01',
    title: 'Wi-Fi Calling is greyed out on a Pixel 8',
    body: 'It worked until the November update. The switch is there but I cannot turn it on. Restarted twice. Calls over the mast are fine when there is one, but my flat has walls like a castle, so without Wi-Fi Calling I am standing on the landing. Before I start wiping things: has anyone with the same phone got it back?',
    up: ['Gwen', 'Theo-W'],
    meToo: ['Gwen', 'Theo-W', 'Viktor', 'Nathan-P', 'yusuf-k'],
    answers: [
      {
        by: 'Gwen',
        after: 40,
        body: 'Mine went grey on a different phone once, and it was the emergency address that had gone missing. Go into My Goodline, **My plan → Wi-Fi Calling**, switch it off there, wait two minutes, switch it on and fill in your address again. The phone asks the network whether you are allowed, and gets its yes back.',
        up: ['Theo-W', 'yusuf-k'],
        comments: [
          {
            by: 'Ewan-McAllister',
            after: 75,
            body: 'Address was there. Off and on again, still grey, but that was worth checking.',
          },
        ],
      },
      {
        by: 'yusuf-k',
        after: 330,
        body: `Not a Pixel 8 but the 8a with the same update. What did it for me:

1. Settings → System → Reset options → **Reset Bluetooth & Wi-Fi**, then again for **mobile network settings**
2. Turn off Wi-Fi, restart, and let it sit on 4G for ten minutes
3. Look again

The switch came back after the ten minutes, not straight away. You have to type your Wi-Fi password in again.`,
        up: ['Gwen'],
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Sian-Hughes',
    daysAgo: 1,
    at: '07:50',
    title: 'Voicemail says the mailbox is full but I have no messages',
    body: 'Callers tell me they cannot leave a message. I have deleted everything I can see, including saved ones. When I ring 443 the voice says that I have no new messages and no saved messages, and in the very next breath that my mailbox is full. Both cannot be true. I am waiting to hear about a job, so I could do without this.',
    up: ['Priya', 'Bex'],
    meToo: ['Bex', 'Gordon-Tait', 'Orla-Byrne'],
    answers: [],
  },
];
