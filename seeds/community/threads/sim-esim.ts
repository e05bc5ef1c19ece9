import type { Thread } from '../shape.ts';

/** Questions about SIMs and eSIMs, with what people made of them. */
export const simEsim: Thread[] = [
  {
    topic: 'sim-esim',
    by: 'Priya',
    daysAgo: 1,
    at: '10:42',
    title: 'eSIM stuck on ‘Activating’ after moving to a new iPhone',
    body: `I moved from an iPhone 12 to an iPhone 16 last night. I scanned the QR code in the app and the line shows up, but it has said **Activating…** for eleven hours. No signal, no texts. The old phone is wiped and in a box to be traded in.

I’ve restarted it and tried on two Wi-Fi networks. What am I missing?`,
    up: ['Moira-Fenn', 'Sian-Hughes', 'Bex', 'Nathan-P'],
    meToo: ['Farah', 'Bex', 'Una', 'Raj-Patel', 'jules84', 'Orla-Byrne', 'Theo-W', 'Mei-Ling'],
    follow: ['Farah', 'Theo-W'],
    answers: [
      {
        by: 'Moira-Fenn',
        after: 7,
        body: 'Check the date and time on the new phone are set automatically. Mine was an hour out and the eSIM would not register until I fixed it under **Settings › General › Date & Time**.',
        up: ['Tom', 'Raj-Patel', 'Una'],
      },
      {
        by: 'Tom',
        after: 9,
        body: `This caught me out last month. The old phone still holds the line, so the new one waits for it to be let go. In this order:

1. On the **old** iPhone go to **Settings › Mobile Service**, tap your line, then **Delete eSIM**. If it’s already wiped, sign in to My Goodline and choose **Release old phone**.
2. In My Goodline choose **SIM › Move to a new eSIM** and leave the QR code on the screen.
3. On the **new** iPhone, on Wi-Fi, go to **Settings › Mobile Service › Add eSIM › Use QR Code**.
4. When the line appears, turn **aeroplane mode** on for 30 seconds and off again.

It took me four minutes. Still stuck after an hour? The line is locked at Goodline’s end and only the team can unlock it. Ask them privately, and never post your EID or ICCID here.`,
        up: [
          'Priya',
          'Moira-Fenn',
          'Gwen',
          'Sian-Hughes',
          'Farah',
          'Bex',
          'Ewan-McAllister',
          'Una',
          'jules84',
        ],
        comments: [
          {
            by: 'Priya',
            after: 16,
            body: 'Step 1 was it. “Release old phone” and it came alive in two minutes. Thank you!',
          },
          { by: 'Moira-Fenn', after: 88, body: 'Same steps worked going from an XR to a 15.' },
        ],
        alsoHelped: ['Farah', 'Bex', 'Una'],
        accepted: { after: 16 },
        audit: { by: 'Hannah', after: 56, verdict: 'pass', note: 'Accurate, clear and safe.' },
      },
      {
        by: 'Sian-Hughes',
        after: 31,
        body: 'For anyone reading with the old phone still in your hand: move the line first and wipe it second. I did it the wrong way round in March and spent a whole Sunday on hold instead of at my nephew’s christening.',
        up: ['Bex'],
      },
      {
        by: 'Hannah',
        after: 59,
        canned: 'Let us look at your line',
        body: 'Tom’s steps are spot on. We’ve added **Release old phone** to the move-in guide because so many of you asked. If you’d like us to check your line, send us a private message and we’ll look at your account with you.',
        up: ['Tom', 'Priya', 'Farah', 'Theo-W', 'Colin-Barrow'],
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'Sian-Hughes',
    daysAgo: 115,
    at: '18:20',
    title: 'Can I use a nano SIM in an older phone that takes the bigger size?',
    body: 'My Goodline SIM came popped out at the tiny size and I need it in Dad’s old handset, which has the middle-sized slot. He is cross because the phone is “perfectly good”. Is there a way to make it fit without ordering another, or do I glue something to it?',
    answers: [
      {
        by: 'Tom',
        after: 14,
        body: `No glue, please! I have pulled a fair few glued ones out with tweezers. Two ways:

- **Keep the plastic frame.** The card comes in three sizes that click into each other. If you still have the credit-card-sized piece, press the nano SIM back into the micro frame and it’ll sit flush.
- **Use an adapter.** A pound or so from any market stall.

Put the SIM in the adapter on a flat table and check nothing catches, because a loose one can bend the pins when you pull it out. Never push an *empty* adapter in, that is how trays die.`,
        up: ['Sian-Hughes', 'Gwen', 'Dave-Sinclair', 'Priya'],
        accepted: { after: 95 },
        audit: { by: 'Marcus', after: 410, verdict: 'pass' },
      },
      {
        by: 'Dave-Sinclair',
        after: 33,
        body: 'You can also ring 4444 and they’ll post a fresh one for nothing, still in its full frame. Mine took two days. Check the old handset does 4G first though, or he’ll be no better off once it arrives.',
        up: ['Gwen', 'Sian-Hughes'],
        comments: [
          {
            by: 'Sian-Hughes',
            after: 97,
            body: 'Found the frame in the kitchen drawer with the takeaway menus. Dad is delighted.',
          },
        ],
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'Priya',
    daysAgo: 106,
    at: '08:05',
    title: 'Wrong PIN three times and now the phone wants a PUK. Where do I find it?',
    body: 'My toddler got hold of my phone while I was in the shower. It now says “SIM locked, enter PUK” with ten tries left. I never set a SIM PIN that I know of. The card the SIM came on went in the recycling ages ago. I don’t want to guess and make it worse.',
    meToo: ['Rhys-Morgan', 'Colin-Barrow'],
    answers: [
      {
        by: 'Rhys-Morgan',
        after: 6,
        body: 'I think it’s normally all noughts or 1234 or something like that. Have a go at those, you’ve got ten tries so there’s no harm in trying a few of the obvious ones before you bother anyone.',
        down: ['Tom', 'Ewan-McAllister', 'Gwen', 'Olu-Adeyemi'],
        comments: [
          {
            by: 'Tom',
            after: 12,
            body: 'Please don’t, anyone. That is the PIN you’re thinking of. Ten wrong PUKs and the SIM is dead for good.',
          },
          { by: 'Rhys-Morgan', after: 25, body: 'Fair enough, I stand corrected. Sorry Priya.' },
        ],
      },
      {
        by: 'Tom',
        after: 11,
        body: `You were right not to guess: after **ten** wrong PUKs the SIM is finished and you’d need a new one.

1. On another device or a laptop, sign in to **My Goodline**.
2. Open **SIM › Security** and choose **Show PUK**. It’s eight digits.
3. Type it into the locked phone, then choose a new four-digit PIN and type that twice.

No way of signing in? Borrow a phone and speak to the team. They’ll ask a few questions to be sure it’s you, then read it out. If you’d rather never see this again, you can switch the SIM PIN off in your phone’s settings afterwards, though I’d keep it on and hide the phone from the toddler.`,
        up: ['Priya', 'Gwen', 'Ewan-McAllister', 'Moira-Fenn', 'Rhys-Morgan', 'Aisha-Rahman'],
        alsoHelped: ['Rhys-Morgan', 'Colin-Barrow'],
        accepted: { after: 40 },
        audit: {
          by: 'Hannah',
          after: 190,
          verdict: 'pass',
          note: 'Lovely, and thank you for stepping in on the guessing.',
        },
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'old-nokia-fan',
    daysAgo: 97,
    at: '20:48',
    title: 'Will a new Goodline SIM work in a phone that only does 2G?',
    body: 'I have a 2005 brick with a battery that lasts nine days and a game with a snake in it. All I want is calls and texts. My previous network said “it may not work” and would not say more. Before I order a SIM, does anyone here run a phone this old on Goodline?',
    up: ['Ewan-McAllister', 'Gordon-Tait'],
    answers: [
      {
        by: 'Dave-Sinclair',
        after: 22,
        body: 'Nope, 3G is gone so anything that old is a paperweight now. Had to bin my dad’s spare for exactly that reason in spring, it just sat there hunting for a network all day long.',
        down: ['Moira-Fenn', 'Ewan-McAllister'],
      },
      {
        by: 'Moira-Fenn',
        after: 51,
        body: `It will, for now. It was **3G** that was switched off. 2G is still on the air, and a good many smart meters and lift alarms depend on it, so the UK networks have until 2033 at the latest to retire it.

What to expect from your brick:

- calls and texts, yes
- picture messages and web, forget it
- no Wi-Fi Calling, so indoors you have whatever comes through the wall
- in some rural places 4G is there and 2G is not

Try a SIM in it before you move your number across. And keep a plan B in a drawer, because 2033 is the end date and not a promise.`,
        up: ['old-nokia-fan', 'Ewan-McAllister', 'Gwen', 'Tom', 'Kasia-N'],
        comments: [
          {
            by: 'old-nokia-fan',
            after: 180,
            body: 'Ordered. I shall report back from level nine of Snake.',
          },
          {
            by: 'Dave-Sinclair',
            after: 205,
            body: 'Learnt something. Dad’s must have been a 3G-only data stick then.',
          },
        ],
        accepted: { after: 178 },
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'Gordon-Tait',
    daysAgo: 88,
    at: '12:15',
    title: 'How do I move my eSIM back to a plastic SIM?',
    body: 'I changed to eSIM because the shop talked me into it. Now my phone is going in for repair for two weeks and the loan phone only has a slot for a real SIM. How do I go back, and is there a gap when nothing works? I need to be reachable for the hospital.',
    meToo: ['Farah'],
    answers: [
      {
        by: 'old-nokia-fan',
        after: 35,
        body: `Ask for a plastic one in the app, it’s free, comes in the post. The good news is you needn’t do anything else. The eSIM and the plastic one both stay live on the same number, so put the card in the loan phone and leave the eSIM where it is. Whichever you pick up first gets the call.

So no gap at all, you’re covered for the hospital.`,
        up: ['Gordon-Tait'],
        down: ['Ewan-McAllister'],
        accepted: { after: 120 },
        audit: {
          by: 'Marcus',
          after: 17400,
          verdict: 'fail',
          reason: 'wrong',
          note: 'Thank you for helping Gordon. A number can live on only one SIM at a time: the eSIM stops as soon as the plastic SIM is activated, so there is a short gap. We’ve had to take this one back, and we’d be glad to see the next.',
        },
      },
      {
        by: 'Ewan-McAllister',
        after: 190,
        body: `Not quite how it goes, I’m afraid. Only one of them can hold the number.

1. Order the plastic SIM and wait until it’s **in your hand**.
2. Put it in the loan phone, then activate it in My Goodline over Wi-Fi.
3. The eSIM drops off. Give it up to an hour, usually less.

Do it on a quiet morning and tell the ward to use the landline until you’ve rung yourself to test.`,
        up: ['Tom', 'Moira-Fenn', 'Farah'],
        alsoHelped: ['Farah'],
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'Bex',
    daysAgo: 79,
    at: '13:31',
    title: 'How long does a SIM swap take before I panic?',
    body: 'Dropped my phone in a canal (don’t ask). New phone, new SIM, started the swap in My Goodline at noon. The new one says No service and it’s been an hour and a half. Is that normal? I work from my phone and I am starting to sweat.',
    meToo: ['Nathan-P', 'Orla-Byrne', 'jules84'],
    answers: [
      {
        by: 'Ewan-McAllister',
        after: 18,
        body: `Ten minutes, always. If it’s not up by then it has failed, so take the SIM out, order another one and start over.

While you wait, pop it in aeroplane mode and back out, that makes the phone ask the network again.`,
        up: ['Bex'],
        comments: [
          {
            by: 'Bex',
            after: 62,
            body: 'Aeroplane mode did it, 4G and everything! The canal can keep the other one.',
          },
          {
            by: 'Orla-Byrne',
            after: 300,
            body: 'Mine was nearer five hours. I’d not reorder that fast.',
          },
        ],
        accepted: { after: 60 },
        audit: {
          by: 'Hannah',
          after: 1320,
          verdict: 'fix',
          note: 'The aeroplane mode tip solved it. We’ve put right how long a swap can take, so nobody reorders too early.',
          body: `Most swaps are done within **fifteen minutes**, but it can take **up to 24 hours** when the system is busy, so don’t reorder yet.

While you wait:

1. Turn aeroplane mode on for half a minute and off again, which makes the phone ask the network afresh.
2. Restart the phone with the new SIM in.
3. Check in My Goodline that the last digits printed on the SIM match the one you activated.

Still nothing after 24 hours? Call **4444** from another Goodline phone, or message the team from the app.`,
        },
      },
      {
        by: 'Colin-Barrow',
        after: 44,
        body: 'Done this for three of the kids now. Twenty minutes, two hours, and overnight, in that order. The old SIM going dead is the sign that it’s under way; if the old one still works then nothing has started.',
        up: ['Nathan-P', 'Tom'],
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'Moira-Fenn',
    daysAgo: 2,
    at: '16:12',
    title: 'Does eSIM Quick Transfer work from iPhone to iPhone on Goodline?',
    body: 'I have planned masts for thirty years and never owned an eSIM, so be gentle. My daughter has given me her iPhone 14 and I have an iPhone 13 with a Goodline eSIM in it. Apple offers a “Transfer from nearby iPhone” button. Does Goodline allow that, or do I have to fetch a QR code from the app?',
    meToo: ['Gwen'],
    answers: [],
  },
  {
    topic: 'sim-esim',
    by: 'Theo-W',
    daysAgo: 60,
    at: '19:03',
    title: 'eSIM QR code says it has already been used, but I only scanned it once',
    body: 'Android phone, first time with eSIM. I scanned the code, it got to about 80%, then the Wi-Fi dropped. Now every scan says the code is no longer valid. I haven’t used it anywhere else, promise. The line isn’t in my SIM list as far as I can see.',
    meToo: ['Sunita'],
    comments: [
      {
        by: 'Olu-Adeyemi',
        after: 12,
        body: 'Does anything show under SIMs with the switch turned off, maybe without a name?',
      },
    ],
    answers: [
      {
        by: 'Dave-Sinclair',
        after: 9,
        body: 'Turn the brightness on the laptop right up and hold the phone further back. Half the time it’s the camera reading it wrong, and you get daft messages when it does. Worked on mine in the van with the sun behind me.',
        comments: [
          {
            by: 'Theo-W',
            after: 55,
            body: 'Thought it had gone through, but it’s the same error again after a restart.',
          },
        ],
        accepted: { after: 30, withdrawnAfter: 55 },
      },
      {
        by: 'Olu-Adeyemi',
        after: 70,
        body: `Each code is good for **one** download. Yours was spent when the download began, so no amount of scanning will revive it.

1. Look in **Settings › Network & internet › SIMs** for a line that’s switched off. If it’s there, the download did finish: turn it on and you’re done.
2. If not, open My Goodline, **SIM › Move to a new eSIM**, and ask for a **new code**. The old one is cancelled for you.
3. Stand next to the router and don’t let the screen sleep until it says connected.

Don’t delete a half-finished line before checking, because deleting spends a good profile as well.`,
        up: ['Theo-W', 'Ewan-McAllister', 'Tom', 'Kasia-N', 'Sunita'],
        alsoHelped: ['Sunita'],
        comments: [
          { by: 'Theo-W', after: 131, body: 'New code, two feet from the router, sorted.' },
        ],
        accepted: { after: 130 },
        audit: { by: 'Marcus', after: 640, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'Ewan-McAllister',
    daysAgo: 50,
    at: '21:17',
    title: 'Do I lose my voicemail messages if I change from plastic to eSIM?',
    body: 'There’s a message from my gran on there that I would very much like to keep. I want to move to eSIM so the slot is free for a second card. Does voicemail live on the SIM, on the phone, or at Goodline’s end? Nobody I’ve asked seems certain.',
    up: ['Sian-Hughes', 'Gwen'],
    follow: ['Sian-Hughes'],
    answers: [
      {
        by: 'Rhys-Morgan',
        after: 41,
        body: 'Voicemail is kept on the network and not on the card, so it should still be there when you dial in from the eSIM. It follows the number. I moved in May and my three old ones were still waiting for me, greeting and all.',
        up: ['Sian-Hughes', 'Tom'],
      },
      {
        by: 'Gwen',
        after: 65,
        body: 'Whatever anyone says, save it twice first. Play the message on speaker, record it on another phone or a laptop, and e-mail it to yourself. Networks clear old voicemails after a while in any case, and I lost one of my mother’s that way. It wasn’t the SIM, I simply left it too long.',
        up: ['Ewan-McAllister', 'Sian-Hughes', 'Moira-Fenn', 'Bex'],
        comments: [
          { by: 'Ewan-McAllister', after: 90, body: 'Recorded it tonight. Thank you, Gwen.' },
        ],
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'Colin-Barrow',
    daysAgo: 40,
    at: '17:26',
    title: 'Moving an eSIM from an iPhone to an Android phone for my eldest',
    body: 'Number two child has decided iPhones are “over” and has spent her birthday money on an Android. Her line is an eSIM on the iPhone. There’s no transfer button between the two makes as far as I can find. What’s the order of doing things so she isn’t offline and therefore unbearable?',
    answers: [
      {
        by: 'Tom',
        after: 21,
        body: `There’s no direct hop between the two, so you go round by the app. Before touching anything, on the **iPhone** switch off iMessage and FaceTime, or her friends’ texts will vanish into a blue bubble for days.

1. Join the Android to Wi-Fi.
2. In My Goodline pick her line, then **SIM › Move to a new eSIM**. Show the code on your laptop.
3. On the Android: **Settings › Network & internet › SIMs › Add SIM › Set up an eSIM**, and scan.
4. When she has signal and can call you, go back to the iPhone and **Delete eSIM**.

Leave step 4 till last and she’s only dark for the minute or two of step 3.`,
        up: ['Colin-Barrow', 'Ewan-McAllister', 'Una', 'Bex'],
        comments: [
          {
            by: 'Colin-Barrow',
            after: 101,
            body: 'The iMessage thing alone was worth asking. She was offline for ninety seconds and mentioned it four times.',
          },
        ],
        accepted: { after: 100 },
        audit: { by: 'Hannah', after: 900, verdict: 'pass' },
      },
      {
        by: 'Viktor',
        after: 58,
        body: 'Same menu is called Connections then SIM manager on a Samsung, took me a while to find it. Then Add eSIM. If the camera won’t focus there is a link at the bottom to type in the activation code by hand.',
        up: ['Tom'],
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'Wendy-Cole',
    daysAgo: 28,
    at: '10:09',
    title: 'Should I put a SIM PIN on the phone I’m handing down to my mum?',
    body: 'Mum is 81 and gets my old phone next week. I’ve read that a SIM PIN stops thieves using your number in another phone, but she will forget it, and then it’s the PUK business. She already has a six-digit code for the screen. Do people here bother with one?',
    up: ['Una', 'Sian-Hughes'],
    answers: [
      {
        by: 'Gwen',
        after: 26,
        body: 'I would, and I’m a forgetful old bird myself. The screen code does nothing once somebody pulls the card out and puts it in a different phone, and then the bank’s text codes go to them. Choose a year that means something to her and write the hint, never the number, in her address book.',
        up: ['Una', 'Farah', 'Kasia-N'],
      },
      {
        by: 'Dave-Sinclair',
        after: 48,
        body: 'Wouldn’t bother. She’ll restart it once in a blue moon, be asked for a PIN she’s not seen since Easter, and ring you from the neighbour’s. If she can have an eSIM instead, there’s no card to nick in the first place, which solves the same worry.',
        up: ['old-nokia-fan', 'Wendy-Cole'],
        comments: [
          { by: 'Gwen', after: 66, body: 'The eSIM idea is a good one, I’ll grant you that.' },
        ],
      },
      {
        by: 'Sian-Hughes',
        after: 130,
        body: 'Middle way: set it, put the PIN and the PUK in a sealed envelope at *your* house, and practise with her twice. My father-in-law manages because we made it the same as his old front-door number.',
        up: ['Wendy-Cole', 'Una'],
      },
    ],
    resolution: { as: 'no-single-answer', after: 1500 },
  },
  {
    topic: 'sim-esim',
    by: 'Zoe',
    daysAgo: 15,
    at: '22:36',
    title: 'Can two phones share one number with eSIM on both?',
    body: 'I’ve got a work handset and my own, and I’d love my personal number to ring on both so I only carry one. Each of them takes eSIM. Is it possible to scan the same QR code twice, or get a second one for the same number?',
    meToo: ['Nathan-P'],
    answers: [
      {
        by: 'Viktor',
        after: 5,
        body: 'Best deals on unlocked second phones and cheap credit at my cousin’s web shop, search the name in my profile, everybody here gets ten percent off this week only, write to me for a code before it is gone.',
        down: ['Tom', 'Nathan-P', 'Bex'],
        removed: {
          by: 'Marcus',
          after: 48,
          reason: 'spam',
          note: 'We don’t allow selling here. You’re welcome to answer the question itself.',
        },
      },
      {
        by: 'Tom',
        after: 29,
        body: 'Not with the same code, sorry. One number sits on one SIM at a time, so the second scan is either refused or knocks the first phone off. The nearest thing is dual SIM: put your personal line *and* the work line in the one handset and leave the other in a drawer. Does your work phone let you add a line, or has IT locked it?',
        up: ['Nathan-P', 'Olu-Adeyemi', 'Wendy-Cole'],
        comments: [
          { by: 'Zoe', after: 610, body: 'IT have locked it. I’ll ask them nicely, with cake.' },
        ],
      },
      {
        by: 'yusuf-k',
        after: 75,
        body: 'You could divert calls instead. Dial into call forwarding on your own phone and send everything to the work one when you’re on shift. Texts don’t follow though, and the diverted leg comes out of your minutes so check your plan before you leave it on.',
        up: ['Olu-Adeyemi'],
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'yusuf-k',
    daysAgo: 4,
    at: '19:45',
    title: 'eSIM on an Apple Watch: possible with Goodline or not yet?',
    body: 'I run without my phone and I’d like to be able to ring my wife when I get lost, which is often. The watch has the mobile version (red ring on the crown). In the Watch app it says to contact my provider. Does Goodline do a watch plan, and does it share my number?',
    up: ['Bex', 'Alfie'],
    meToo: ['Alfie', 'Mei-Ling', 'Orla-Byrne'],
    follow: ['Alfie'],
    comments: [
      { by: 'Alfie', after: 40, body: 'Following, I’m one wrong turn from needing this too.' },
    ],
    answers: [],
  },
];
