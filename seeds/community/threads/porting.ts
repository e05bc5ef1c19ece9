import type { Thread } from '../shape.ts';

/** Questions about keeping and moving numbers, with what people made of them. */
export const porting: Thread[] = [
  {
    topic: 'porting',
    by: 'Dave-Sinclair',
    daysAgo: 114,
    at: '07:12',
    title: 'Texted PAC to 65075 three times and nothing came back',
    body: 'Coming over to Goodline for the van phone. The advert says text PAC to 65075 and the code arrives in a minute. I’ve sent it three times since six this morning, from the phone with the new Goodline SIM in. Delivered, no reply. Am I on some sort of list?',
    answers: [
      {
        by: 'Tom',
        after: 16,
        body: `You’re on no list, you’re just in the wrong phone! The text must come from **the number you want to move**, so it has to go from the *old* SIM. Sent from the new one, you’re asking Goodline to let a brand-new number go.

1. Put the old SIM back in (or use the old phone).
2. Text **PAC** and nothing else to **65075**. It’s free, even with no credit.
3. The code comes back within a minute. It’s good for **30 days**.
4. Swap the Goodline SIM back in and enter the code in My Goodline. The number follows on the next working day.

Keep the code to yourself until then: whoever has it can take your number.`,
        up: ['Dave-Sinclair', 'Gwen', 'Moira-Fenn', 'Colin-Barrow'],
        comments: [
          {
            by: 'Dave-Sinclair',
            after: 33,
            body: 'Forty seconds it took. I’ll be quiet and drive.',
          },
        ],
        accepted: { after: 32 },
        audit: { by: 'Hannah', after: 250, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'porting',
    by: 'Olu-Adeyemi',
    daysAgo: 104,
    at: '16:20',
    title: 'If I give Goodline my PAC on a Friday afternoon, when does the number move?',
    body: 'I’d like the number to move while I’m not on call, and I’m on call from Monday eight o’clock. Say I enter the code this Friday at about twenty past four. The text says it’s valid for thirty days. Does “one working day” mean Saturday, Monday or Tuesday?',
    up: ['Ewan-McAllister'],
    answers: [
      {
        by: 'Rhys-Morgan',
        after: 30,
        body: 'Saturdays don’t count as working days for this. Mine went in on a Friday morning and moved on the Monday, at about eleven. I don’t know whether there’s a cut-off in the afternoon, somebody else may.',
        up: ['Olu-Adeyemi', 'Tom'],
        comments: [
          { by: 'Olu-Adeyemi', after: 41, body: 'Thanks. It’s the cut-off that I can’t find.' },
        ],
      },
      {
        by: 'Olu-Adeyemi',
        after: 10150,
        body: `Reporting back, since I used myself as the experiment.

- I entered the code on the Friday at 16:50, and the app offered **Monday** or a later date of my choice.
- There was a line underneath saying that codes entered after **5.30pm** count as the next working day.
- I picked Wednesday, my day off. You can choose any working day inside the thirty.

So don’t rush: hold the code back, or choose the date when you enter it.`,
        up: ['Rhys-Morgan', 'Tom', 'Moira-Fenn', 'Kasia-N', 'Gwen'],
        alsoHelped: ['Rhys-Morgan'],
        accepted: { after: 10165 },
      },
    ],
  },
  {
    topic: 'porting',
    by: 'jules84',
    daysAgo: 95,
    at: '10:54',
    title: 'PAC or STAC: which one do I want if I’m sick of my number?',
    body: 'My number once belonged to a taxi firm in Hull. I get asked for pick-ups at two in the morning. I’m leaving for Goodline and want a *new* number with no history. Do I still need a code, or just let the old contract lapse? I keep seeing PAC and STAC and can’t tell them apart.',
    answers: [
      {
        by: 'Gwen',
        after: 18,
        body: `How I remember it: **P**AC **p**reserves your number, **ST**AC **st**ops it. You want the second.

1. From the taxi number text **STAC** to **75075**. It’s free.
2. The reply has the code, and what you’d owe for leaving early, if anything.
3. Give it to Goodline within 30 days. They close the old line the next working day, and you stay on the number that came with your SIM.

Don’t just let it lapse, because a contract never does by itself and they’ll go on charging you. And before the day comes, change the number on your bank and your doctor’s, since the old one can’t be had back.`,
        up: ['jules84', 'Tom', 'Sian-Hughes', 'Kasia-N', 'Gordon-Tait'],
        comments: [
          {
            by: 'jules84',
            after: 1600,
            body: 'Done. First night’s sleep in two years. Sorry, people of Hull.',
          },
        ],
        accepted: { after: 77 },
        audit: {
          by: 'Marcus',
          after: 840,
          verdict: 'pass',
          note: 'We may steal “preserves” and “stops” for the guide, with credit.',
        },
      },
      {
        by: 'Gordon-Tait',
        after: 52,
        body: 'If all you want to know is the leaving charge, text INFO to 75075... no hang on, 85075. I got those two mixed up and panicked that I had cancelled. INFO commits you to nothing at all.',
        up: ['Gwen', 'jules84'],
      },
    ],
  },
  {
    topic: 'porting',
    by: 'Wendy-Cole',
    daysAgo: 3,
    at: '14:14',
    title: 'My PAC runs out on Sunday and the new SIM hasn’t come, can I get another?',
    body: 'I asked my old network for the code nearly four weeks ago and then my hip operation got in the way. The Goodline SIM is “out for delivery”, which it has been since Tuesday. If the thirty days pass, is my number gone, or do I simply ask for a fresh code? I’d hate to lose it.',
    up: ['Sian-Hughes'],
    meToo: ['Orla-Byrne'],
    answers: [],
  },
  {
    topic: 'porting',
    by: 'Nathan-P',
    daysAgo: 75,
    at: '17:37',
    title: 'My old network says I owe money, can they hold back my PAC?',
    body: 'I have four months left on the handset and there’s a disputed £18 for a call I didn’t make. The woman in the shop said I can’t have the code until it’s all paid. That feels wrong. I’ve not texted yet as I don’t want to trigger something I can’t stop.',
    up: ['PeteTheMeter'],
    meToo: ['Orla-Byrne'],
    answers: [
      {
        by: 'Sian-Hughes',
        after: 40,
        body: `No, they can’t. Owing them is one thing and the number is another, and they have to give you the code even if there’s a bill in dispute. I went through this with my late husband’s line.

- Text **PAC** to **65075** and skip the shop altogether. The reply must also say what you’d owe.
- Nothing happens by asking. It only starts when you *hand the code over* to Goodline.
- You’ll still have the rest of the handset plan to pay, usually in one go.`,
        edit: {
          after: 54,
          reason: 'Added what to do about the £18',
          body: `No, they can’t. Owing them is one thing and the number is another, and they have to give you the code even if there’s a bill in dispute. I went through this with my late husband’s line.

- Text **PAC** to **65075** and skip the shop altogether. The reply must also say what you’d owe.
- Nothing happens by asking. It only starts when you *hand the code over* to Goodline.
- You’ll still have the rest of the handset plan to pay, usually in one go.

Dispute the £18 in writing and keep the reply. If they won’t budge, ask for a “deadlock letter” and the name of their ombudsman, which costs you nothing.`,
        },
        up: ['Nathan-P', 'Tom', 'Gwen', 'PeteTheMeter', 'Orla-Byrne', 'Olu-Adeyemi'],
        alsoHelped: ['Orla-Byrne'],
        comments: [
          {
            by: 'Nathan-P',
            after: 66,
            body: 'Code in 20 seconds, with the £18 still owing. Cheers, Siân.',
          },
        ],
        accepted: { after: 65 },
        audit: { by: 'Hannah', after: 1100, verdict: 'pass' },
      },
      {
        by: 'Colin-Barrow',
        after: 58,
        body: 'Do check whether the handset itself is locked to them before you go. You can owe for it and still leave with your number, but you won’t get far if the phone refuses the Goodline SIM.',
        up: ['Nathan-P', 'Tom'],
      },
    ],
  },
  {
    topic: 'porting',
    by: 'Sunita',
    daysAgo: 65,
    at: '11:11',
    title: 'Two numbers on one old account: will a single PAC bring both across?',
    body: 'My mobile and my son’s are both on my name with the other network. I want the two of them on Goodline by the end of the month. Do I text once from mine and get a code for the account, or do we each do it? He’s fourteen and loses texts.',
    answers: [
      {
        by: 'Aisha-Rahman',
        after: 14,
        body: 'One text is enough if you’re the account holder, it’s the account that’s moving so the code is for everything under your name. Just tell Goodline both numbers when you type it in and they sort out which is whose at their end.',
        up: ['Raj-Patel'],
        down: ['Tom'],
        comments: [
          {
            by: 'Sunita',
            after: 150,
            body: 'Tried it, and the app says the code doesn’t match his number. Un-accepting, sorry Aisha.',
          },
        ],
        accepted: { after: 45, withdrawnAfter: 149 },
      },
      {
        by: 'Tom',
        after: 170,
        body: `By text it’s **one code for one number**, whoever pays. So you’ve got yours and now need his:

1. On *his* phone, with the old SIM in, text PAC to 65075.
2. Take a picture of the reply straight away (I have boys too).
3. In My Goodline add his line, then **Keep my number**, and put his number with *his* code.
4. If you’d like them to move on the same day, choose the same date for both.

Want it in one go? The old network’s own website or phone line will give the account holder codes for every line at once. Enter each against its own number.`,
        up: ['Sunita', 'Gwen', 'Sian-Hughes', 'Kasia-N', 'Colin-Barrow'],
        comments: [
          {
            by: 'Aisha-Rahman',
            after: 200,
            body: 'I was thinking of the phone line, clearly. Good fix.',
          },
        ],
        alsoHelped: ['Colin-Barrow'],
        accepted: { after: 420 },
        audit: { by: 'Marcus', after: 980, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'porting',
    by: 'Theo-W',
    daysAgo: 56,
    at: '23:08',
    title: 'Swapping numbers between two Goodline phones, do we need codes for that?',
    body: 'My partner and I set our SIMs up the wrong way round. She has my new plan on her number and I have hers on mine. Both are Goodline. Do we get a PAC each and give them back to Goodline, which sounds mad, or is there a swap button?',
    answers: [
      {
        by: 'Gordon-Tait',
        after: 17,
        body: 'What sort of halfwit can’t put the right card in the right phone. Honestly the state of people on here, and you’ll be wanting somebody to come round and tie your laces as well I suppose. Read the packet next time.',
        down: ['Tom', 'Gwen', 'Bex', 'Sunita'],
        removed: {
          by: 'Hannah',
          after: 600,
          reason: 'rude',
          note: 'Nobody here should be made to feel small for asking. Your other answers show you can do better, and we’d like to see those.',
        },
      },
      {
        by: 'Bex',
        after: 480,
        body: 'A PAC won’t help because it’s only for moving between companies, and Goodline can’t port to Goodline. I’d ask in chat for them to move the *plans* instead, since then your numbers and your cards stay where they are.',
        up: ['Theo-W', 'Tom', 'Gwen'],
        comments: [
          {
            by: 'Theo-W',
            after: 700,
            body: 'Moving the plans makes much more sense. I’ll ask on Monday.',
          },
        ],
      },
      {
        by: 'Dave-Sinclair',
        after: 540,
        body: 'Daft question but are they both eSIM or plastic? If plastic, then before you call anyone just swap the two cards over and see which number rings. We did it in the cab in ten seconds once with the wrong fuel-card phones.',
        up: ['Rhys-Morgan'],
      },
    ],
  },
  {
    topic: 'porting',
    by: 'Una',
    daysAgo: 45,
    at: '12:39',
    title: 'Number moved today: I can ring out but nobody can ring me',
    body: 'My number came over to Goodline at eleven this morning. I can call anyone and they see the right number. But when my mum rings she gets “the number is not in use”, and my friend who’s with Goodline gets through. Have they only moved half of it?',
    meToo: ['Theo-W'],
    answers: [
      {
        by: 'Tom',
        after: 12,
        body: `Half of it is just about right. Each of the other networks keeps its own list of who lives where, and they don’t all change it at the same minute. Your friend’s on Goodline, so she found you first; Mum’s network is still ringing your old house.

1. Restart the phone.
2. Take the *old* SIM out if it’s still sitting in the other slot.
3. Ask people to text for now.

It’ll sort itself out in a week or so.`,
        up: ['Una', 'Moira-Fenn'],
        comments: [
          {
            by: 'Una',
            after: 190,
            body: 'Mum got through at half past three, so your “old house” was it!',
          },
          {
            by: 'Moira-Fenn',
            after: 260,
            body: 'A week is far too long, Tom. Same day is normal.',
          },
        ],
        accepted: { after: 188 },
        audit: {
          by: 'Hannah',
          after: 1290,
          verdict: 'fix',
          note: 'Such a good way of putting it. We’ve only changed how long to wait, so nobody sits out a week without calls.',
          body: `Half of it is just about right. Each of the other networks keeps its own list of who lives where, and they don’t all change it at the same minute. Your friend’s on Goodline, so she found you first; Mum’s network is still ringing your old house.

1. Restart the phone.
2. Take the *old* SIM out if it’s still sitting in the other slot.
3. Ask people to text for now.

It should be right **by the end of the day your number moves**. If anyone still can’t ring you the next morning, call **4444** and say which network they’re on, because that’s the one we have to chase.`,
        },
      },
      {
        by: 'Raj-Patel',
        after: 75,
        body: 'Texts were the same for me in July, fine from some people and missing from others till teatime. Nothing was lost in the end, they all arrived in one lump and my phone sounded like a fruit machine.',
        up: ['Una', 'Theo-W'],
      },
    ],
  },
  {
    topic: 'porting',
    by: 'Colin-Barrow',
    daysAgo: 34,
    at: '21:29',
    title: 'Bringing my parents’ two numbers over as lines seven and eight, any traps?',
    body: 'Mum and Dad are on pay as you go with two different networks. I’d like them on my bill so that I stop buying vouchers. Both have credit left, Dad has about £14. I have both phones on the table. What goes wrong when people do this?',
    answers: [
      {
        by: 'Tom',
        after: 23,
        body: `The things I’ve seen go wrong over a counter:

- **Credit is lost.** Whatever’s left on pay as you go vanishes the day the number moves. Ring your auntie in Perth first, Dad.
- **Name mismatch.** If the SIM was never registered, nobody minds. If it was, it should be in the name you give us.
- **Bank texts.** Don’t move both on pension day.
- **Mixed-up codes.** Text PAC from each phone, and write Dad’s on Dad’s SIM envelope.

Then add two lines in My Goodline, choose **Keep my number** on each, and pick a weekday morning when you’ll be there to restart the phones.`,
        up: ['Sian-Hughes', 'Wendy-Cole', 'Olu-Adeyemi'],
        comments: [
          {
            by: 'Colin-Barrow',
            after: 3900,
            body: 'Dad spent the £14 on the cricket results line. Both moved this morning without a hitch.',
          },
        ],
        accepted: { after: 3890 },
      },
    ],
  },
  {
    topic: 'porting',
    by: 'yusuf-k',
    daysAgo: 22,
    at: '15:06',
    title: 'Does my number need the leading zero when I type it next to the PAC?',
    body: 'The box for the number I’m bringing shows a small UK flag and a plus sign and then takes ten digits. Mine has eleven with the zero. If I leave the zero out, is that going to move somebody else’s number by mistake? I’d rather ask than find out.',
    answers: [
      {
        by: 'Viktor',
        after: 1,
        body: 'Hello my friend, yes of course no problem with this at all, the box is good, you just put in the number how it likes and then press next and it’s working fine. Accept mine quickly and I’ll accept yours tonight, like we said.',
        down: ['Gwen', 'Tom', 'Ewan-McAllister'],
        accepted: { after: 2 },
        audit: {
          by: 'Marcus',
          after: 95,
          verdict: 'fail',
          reason: 'gaming',
          note: 'Agreeing to accept one another’s answers isn’t what rewards are for, so this one won’t be paid. Nothing else changes, and we’d be glad of a proper answer from you any time.',
        },
      },
      {
        by: 'Ewan-McAllister',
        after: 55,
        body: 'Leave the zero off. The flag stands for +44, which takes the zero’s place, so ten digits beginning with 7 is your whole number. And it can’t move a stranger’s by accident: the code belongs to one number only and anything else is refused on the spot.',
        up: ['Tom', 'Gwen', 'Moira-Fenn'],
      },
    ],
  },
  {
    topic: 'porting',
    by: 'Bex',
    daysAgo: 10,
    at: '09:33',
    title: 'What do you wish you’d done the day before your number moved?',
    body: 'Mine moves to Goodline on Thursday. I’ve got the code in, the new SIM on the shelf and a feeling that I’ve forgotten something. It’s the number for my little business too, so it’s on the van and on about four thousand leaflets. What would you do on the Wednesday?',
    up: ['Dave-Sinclair', 'Sian-Hughes', 'Zoe'],
    follow: ['Zoe'],
    answers: [
      {
        by: 'Dave-Sinclair',
        after: 22,
        body: 'Listen to your old voicemails and write them down, because they stay behind. I lost a delivery address and a marriage proposal (not mine). Then record a new greeting on the Thursday, or customers get a robot lady reading your number out.',
        up: ['Bex', 'Kasia-N', 'Tom'],
      },
      {
        by: 'Kasia-N',
        after: 60,
        body: 'Download the old bills as PDFs while you can still sign in. Once the number goes, the account with the other lot often closes that same night, and the taxman wants six years of them. Take a picture of any call diverts you’ve set up too.',
        up: ['Bex', 'Olu-Adeyemi', 'PeteTheMeter'],
      },
      {
        by: 'Olu-Adeyemi',
        after: 140,
        body: 'Anything that sends you a code by text: have another way in for that day. I added an authenticator app to the bank, the e-mail and the card machine on the eve of mine, and was glad when the codes took till lunch.',
        up: ['Bex', 'Rhys-Morgan', 'Gwen', 'Zoe'],
        comments: [
          {
            by: 'Bex',
            after: 2890,
            body: 'I did all three. Can’t choose between you, so I’m not going to.',
          },
        ],
      },
    ],
    resolution: { as: 'no-single-answer', after: 2900 },
  },
  {
    topic: 'porting',
    by: 'Priya',
    daysAgo: 5,
    at: '18:47',
    title: 'Can I rescue a number that was disconnected last year?',
    body: 'I let an old pay-as-you-go number lapse about eight months ago and have just found out that my savings account still sends codes to it. It wasn’t with Goodline. The SIM says “not registered”. Is there any way of getting a PAC for a dead number, or has somebody else got it by now?',
    meToo: ['Farah', 'Zoe'],
    answers: [],
  },
  {
    topic: 'porting',
    by: 'Colin-Barrow',
    daysAgo: 2,
    at: '12:41',
    title: 'Can I keep my number if I only want to leave for six months?',
    body: 'Going to work in Spain from January. I would rather not lose the number I have had since 2009, but I don’t want to pay for a full plan that I’ll hardly use either. The other five lines stay as they are. Is there a way of parking one?',
    up: ['Viktor', 'Orla-Byrne'],
    meToo: ['Viktor'],
    answers: [
      {
        by: 'Gwen',
        after: 48,
        body: 'My nephew went to Lyon and simply dropped to the smallest plan in the app the month he left, and came back up when he came home. Same number all the way through. Spain is in Zone 1, so it even rang over there.',
        up: ['Tom', 'Orla-Byrne'],
        comments: [
          {
            by: 'Colin-Barrow',
            after: 75,
            body: 'Do you know if it matters that it’s one of six on the account?',
          },
        ],
      },
      {
        by: 'Kasia-N',
        after: 190,
        body: 'Whatever you choose, don’t cancel with the idea of coming back for it, as a cancelled number goes back in the pot. If you take a pay-as-you-go SIM instead, use it for *something* every few weeks, a text to your wife will do, so that it isn’t counted as asleep.',
        up: ['Viktor', 'Gwen', 'Moira-Fenn'],
      },
    ],
  },
];
