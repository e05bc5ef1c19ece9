import type { Thread } from '../shape.ts';

/** Questions about signal and coverage, with what people made of them. */
export const coverage: Thread[] = [
  {
    topic: 'coverage',
    by: 'Gwen',
    daysAgo: 117,
    at: '09:14',
    title: 'One bar at the gate and nothing at all inside a stone cottage',
    body: 'Ceredigion, SY25, walls two feet thick and a hill where the mast ought to be. At the garden gate I have one bar. In the kitchen I have a very expensive clock. We do have broadband of a sort, about 12 Mbps. Is there anything to be done short of moving to Cardiff?',
    up: ['Tom', 'Moira-Fenn', 'Priya'],
    answers: [
      {
        by: 'Moira-Fenn',
        after: 34,
        body: `You won’t beat the walls, so go round them. 12 Mbps is plenty: a call over Wi-Fi needs about a tenth of one.

1. Turn on **Wi-Fi Calling** in your phone’s settings, and add your address when it asks, so that 999 know where you are.
2. Turn on **4G Calling** too, so the call can carry on at the gate.
3. Put the router in the room where you talk.

On why: with rock and slate only the low band, 800 MHz, has any hope of reaching in, and your hill is shading that. A window upstairs on the side facing the gate will always be your best spot without Wi-Fi.`,
        up: ['Gwen', 'Tom', 'Priya'],
        comments: [
          {
            by: 'Gwen',
            after: 300,
            body: 'I am ringing my sister from the kitchen for the first time since 1998.',
          },
        ],
        alsoHelped: ['Priya'],
        accepted: { after: 295 },
        audit: {
          by: 'Marcus',
          after: 1310,
          verdict: 'pass',
          note: 'Good of you to mention the 999 address.',
        },
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Priya',
    daysAgo: 108,
    at: '13:02',
    title: 'Does Wi-Fi Calling use up my minutes, my data, or neither?',
    body: 'I’ve just switched Wi-Fi Calling on because the flat is a concrete box. A colleague says it’s free, my brother says it eats your data. Which? I’m on a plan with limited minutes, so I’d like to know before I talk to my mother for two hours on Sunday.',
    meToo: ['Aisha-Rahman', 'Sian-Hughes'],
    answers: [
      {
        by: 'Tom',
        after: 17,
        body: `A bit of each of them is right. A Wi-Fi call is an ordinary call that takes a different road:

- It counts against your **minutes**, just as from a mast. If your plan has unlimited, you’ll never notice.
- It uses **no mobile data**. It goes over the broadband you’re joined to, roughly 1 MB a minute.
- Texts work the same: they come off your texts.

So two hours of Mum is 120 minutes and about the size of one short video on your broadband. If that’s tight, a call through a messaging app on Wi-Fi uses none of your minutes.`,
        up: ['Priya', 'Aisha-Rahman', 'Olu-Adeyemi', 'Moira-Fenn', 'Gwen'],
        alsoHelped: ['Aisha-Rahman', 'Sian-Hughes'],
        accepted: { after: 49 },
        audit: { by: 'Hannah', after: 330, verdict: 'pass' },
      },
      {
        by: 'Olu-Adeyemi',
        after: 36,
        body: 'One thing to watch: if the broadband is busy the call goes robotic before anything else suffers. Setting the phone to the 5 GHz side of your router usually cures it, and some routers have a switch to put voice first.',
        up: ['Priya', 'Ewan-McAllister'],
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Kasia-N',
    daysAgo: 99,
    at: '17:51',
    title: 'iPhone shows SOS only in Manchester Piccadilly, every single evening',
    body: 'Platform 13 to be exact. From about five o’clock it drops from four bars of 5G to “SOS” at the top, and comes back somewhere after Oxford Road. My friend on the same train with a different network is watching videos. Is my phone faulty or is it Goodline?',
    meToo: ['Farah', 'Bex'],
    answers: [
      {
        by: 'Farah',
        after: 12,
        body: 'It does this to me too at the far end of the concourse so I don’t think it’s your phone. I just put it in my bag and read a book until Deansgate. Not really an answer, sorry, but at least you’re not alone with it!',
        up: ['Kasia-N'],
      },
      {
        by: 'Moira-Fenn',
        after: 44,
        body: `“SOS” means that your phone can’t get in at home but hears somebody else’s mast, which would take a 999 call. At that hour it’s usually not a hole in coverage but a full house: thousands of phones asking one site at once.

Three things to try on the platform:

1. **Settings › Mobile Service › Voice & Data**, choose **4G**. The 4G layer there reaches deeper under the roof.
2. Aeroplane mode on and off once you’re *past* the gateline, so it picks a site afresh.
3. See whether an update is offered under **General › About**.

If 4G only cures it, tell the team the platform and time. That’s exactly what planners need.`,
        up: ['Kasia-N', 'Tom', 'Farah', 'Rhys-Morgan', 'Dave-Sinclair', 'old-nokia-fan'],
        alsoHelped: ['Farah', 'Bex'],
        comments: [
          {
            by: 'Kasia-N',
            after: 1480,
            body: 'Tried 4G on the 17:40 today: two bars the whole way. I’ve sent the details in.',
          },
        ],
        accepted: { after: 1479 },
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Nathan-P',
    daysAgo: 83,
    at: '11:37',
    title: 'Is a signal booster off a marketplace worth the money?',
    body: 'There’s a “4G 5G repeater kit” with an aerial for £60 on one of the big marketplaces and the reviews look good. Our farmhouse near Ludlow has no indoor signal. Before I drill a hole for the cable: do these work with Goodline, and which way should the aerial point?',
    answers: [
      {
        by: 'Dave-Sinclair',
        after: 20,
        body: `Got one in the yard office, brilliant bit of kit, full bars. Get the one with the biggest gain you can find and turn it right up.

- aerial on the chimney, pointing at the mast
- box in the loft
- as far apart as the cable lets you

Ignore the warnings in the leaflet, nobody ever checks.`,
        up: ['Nathan-P'],
        down: ['Moira-Fenn', 'Olu-Adeyemi', 'Ewan-McAllister'],
        accepted: { after: 64 },
        audit: {
          by: 'Hannah',
          after: 540,
          verdict: 'fail',
          reason: 'unsafe',
          note: 'We know this was meant kindly. Most imported boosters are against the law to use in the UK and can knock out a mast for the whole valley, 999 calls included. We can’t reward advice to run one, but please keep answering.',
        },
      },
      {
        by: 'Moira-Fenn',
        after: 155,
        body: `Please don’t drill yet. A cheap wide-band repeater shouts on every network’s frequencies and can deafen the mast for miles. I have spent whole days in a van hunting for just one of them.

Only indoor repeaters that meet **Ofcom’s** exemption (they adjust their own gain and work with one network) may be used without a licence; the box and manual will say so, and they cost a good deal more than sixty pounds. If you have any broadband at all, Wi-Fi Calling does the job for nothing.`,
        up: ['Olu-Adeyemi', 'Tom', 'Gwen', 'Kasia-N', 'Mei-Ling'],
        comments: [
          { by: 'Nathan-P', after: 400, body: 'Not drilling then. Glad I asked before the hole.' },
        ],
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Raj-Patel',
    daysAgo: 72,
    at: '15:44',
    title: 'Old phone has no bars since 3G was switched off, but texts still trickle in',
    body: 'My father-in-law’s smartphone from 2014 used to be fine. Now the internet is dead, calls drop, and a text turns up every hour or so. He lives in central Leicester so it isn’t the countryside. He’d rather not have a new phone if there’s a setting. Is there a setting?',
    answers: [
      {
        by: 'Tom',
        after: 25,
        body: `Could be, and it takes two minutes to find out.

1. **Settings › Mobile networks › Preferred network type.** If it says 3G or “WCDMA only”, choose **4G/3G/2G (auto)**.
2. No 4G in that list at all? Then it’s a 3G phone, hanging on to 2G for calls and texts. That fits what you describe.
3. If 4G *is* there, look for **VoLTE** or **4G Calling** and turn it on, so calls needn’t drop down to 2G.

If you ended at number two there’s no cure, sorry. Any cheap 4G handset that lists VoLTE will do, and I’d go for one with big buttons on the screen.`,
        up: ['Raj-Patel', 'Moira-Fenn', 'old-nokia-fan', 'Ewan-McAllister'],
        comments: [
          { by: 'Raj-Patel', after: 1130, body: 'Number two it was. He has chosen a red one.' },
        ],
        accepted: { after: 1125 },
        audit: { by: 'Marcus', after: 1700, verdict: 'pass' },
      },
      {
        by: 'old-nokia-fan',
        after: 80,
        body: 'Many phones of that year could do 4G data but not calls over 4G, so he may get the web back and still have calls fall to 2G. That isn’t the end of the world in a city. It’s how mine lives, happily, all day.',
        up: ['Raj-Patel'],
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Sunita',
    daysAgo: 62,
    at: '20:10',
    title: 'Wi-Fi Calling drops the moment I walk out of the front door',
    body: 'Calls at home are great on Wi-Fi Calling. I walk to the car, ten steps, and at step eight it goes silent and ends. There are three bars outside so it isn’t that. Samsung, about two years old, everything updated. Should it not just carry on?',
    meToo: ['Farah', 'Gordon-Tait', 'Bex'],
    answers: [
      {
        by: 'Olu-Adeyemi',
        after: 16,
        body: `Phones can’t pass a call from Wi-Fi to the mast, so it will always cut at the edge of the router’s reach. Turn Wi-Fi off before you set out, and the next call starts on 4G and stays there.

Also open **Connections › Mobile networks** and see that **4G Calling** is switched on. Mine came with it off.`,
        up: ['Sunita', 'Farah'],
        comments: [
          {
            by: 'Sunita',
            after: 71,
            body: '4G Calling was off! Turned it on and walked to the car and back, still talking.',
          },
          {
            by: 'Moira-Fenn',
            after: 140,
            body: 'Which shows that it *can* hand over, so the first line wants mending, Olu.',
          },
        ],
        accepted: { after: 70 },
        audit: {
          by: 'Marcus',
          after: 860,
          verdict: 'fix',
          note: 'The setting you named is the cure. We’ve changed the first part, because calls do hand over when 4G Calling is on.',
          body: `A Wi-Fi call can carry on over the mast as you leave, but only if **4G Calling** (VoLTE) is on. Without it there is nothing to hand the call to, so it ends at the edge of the router’s reach.

1. Open **Settings › Connections › Mobile networks**.
2. Turn on **4G Calling**. Some phones come with it off.
3. Restart, ring somebody and walk out to the car.

If it still drops, it may be hanging on to weak Wi-Fi for too long: in **Wi-Fi › Advanced** turn on **Switch to mobile data**.`,
        },
      },
      {
        by: 'Gordon-Tait',
        after: 205,
        body: 'Tried the 4G Calling thing on a Motorola, where it hides under Network & internet, SIMs, then the name of your line. Second menu down. No more dropped calls by the bins.',
        up: ['Olu-Adeyemi', 'Farah', 'Tom'],
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Una',
    daysAgo: 53,
    at: '18:33',
    title: 'Basement flat: Wi-Fi Calling on, and people still say I sound underwater',
    body: 'BS6, lower ground floor, no mobile signal at all, so everything goes over Wi-Fi. Since I started working from home the people I ring say I sound like a mermaid. Speed test by the router says 60 Mbps, at my desk in the back room it says 4. The router came with the flat.',
    answers: [
      {
        by: 'Olu-Adeyemi',
        after: 38,
        body: `Your own numbers tell the story: sixty at the router, four at the desk, so two walls are eating it. Voice needs little speed but hates lost packets.

- Move the desk or the router so there’s only one wall between them, if you can.
- Otherwise, a two-piece mesh kit, the second piece **half-way** along and not *at* the desk.
- Put the phone on 5 GHz if it’s in the same room, 2.4 GHz if it isn’t.

Try it for a week and see.`,
        up: ['Una', 'Tom', 'Gwen'],
        comments: [
          {
            by: 'Una',
            after: 10300,
            body: 'Bought the mesh. Speed is 40 at the desk now, but callers still hear a mermaid, so I’ve un-ticked this for the moment.',
          },
          {
            by: 'Olu-Adeyemi',
            after: 10360,
            body: 'Quite right. Try a wired headset next: if that clears it up, it’s the phone’s microphone and no router will help.',
          },
        ],
        accepted: { after: 240, withdrawnAfter: 10290 },
      },
      {
        by: 'Theo-W',
        after: 410,
        body: 'Is your work VPN on at the same time? Mine squeezed phone calls to nothing because the laptop was uploading backups all day. Pausing the backup between nine and five did more for me than any box with aerials on it.',
        up: ['Raj-Patel'],
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Colin-Barrow',
    daysAgo: 43,
    at: '19:22',
    title: 'Two phones on the same sofa: why has one of them no signal?',
    body: 'Same network, same sofa, same evening. My phone, bought in the UK: three bars of 4G. My son’s, bought by his uncle in Hong Kong: nothing, or one bar if he stands on the arm of the sofa, which he is not allowed to do. We’ve swapped SIMs and the problem stays with his phone.',
    answers: [
      {
        by: 'Tom',
        after: 13,
        body: `Swapping the SIMs was the right test. My money’s on **bands**. The signal that gets through UK walls is the low one at 800 MHz, which spec sheets call **band 20**, and some phones made for other markets leave it out.

1. Dial *#06#. Don’t post what it shows, it’s only to find the exact model in the phone’s *About* page.
2. Look up that model’s 4G bands on the maker’s site.
3. No 20 in the list? Then it’ll be fine in town and useless indoors.

Wi-Fi Calling would rescue the sofa, if his version of the phone offers it. Otherwise it’s a matter for the uncle.`,
        up: ['Colin-Barrow', 'Moira-Fenn', 'Ewan-McAllister', 'Viktor'],
        comments: [
          {
            by: 'Colin-Barrow',
            after: 66,
            body: 'No band 20. You’ve saved the sofa. The uncle has been informed.',
          },
        ],
        accepted: { after: 65 },
        audit: { by: 'Hannah', after: 1010, verdict: 'pass' },
      },
      {
        by: 'Viktor',
        after: 28,
        body: 'Maybe it is the case. My brother had a metal one with a magnet for the car and it took away two bars always. Take off the case before you buy anything new, it costs nothing to try.',
        up: ['Raj-Patel', 'Colin-Barrow'],
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Farah',
    daysAgo: 32,
    at: '12:48',
    title: 'Can I still call 999 when there is no Goodline signal at all?',
    body: 'We walk in the Brecon Beacons and most of the time the phone says “No service” or “Emergency calls only”. I’d like to know which of those two means I can actually get help. Also my friend is deaf and can’t make a voice call. Is there anything for her?',
    up: ['Gwen', 'Moira-Fenn', 'Dave-Sinclair', 'Wendy-Cole'],
    follow: ['Gwen'],
    answers: [
      {
        by: 'Gwen',
        after: 31,
        body: '“Emergency calls only” means the phone has found someone else’s mast and a 999 or 112 call will go through on it. “No service” means it has found nobody, so move, and uphill is usually better than along. I keep a whistle as well: six blasts, wait a minute, and again.',
        up: ['Farah', 'Moira-Fenn', 'Sunita', 'Nathan-P'],
      },
      {
        by: 'Hannah',
        after: 96,
        canned: 'Emergency calls',
        body: `Gwen has it right, and here is the official version.

- **Emergency calls only** (or SOS): dial **999 or 112** and any UK network in reach carries the call. You need a working SIM in the phone.
- **No service**: no network at all can hear you. Keep moving and try again.
- If the call won’t hold, a **text to 999** sometimes slips through. Register beforehand: text the word *register* to 999 and follow the reply. Texts do need Goodline coverage.
- Your friend can use that text service, or **Text Relay** through its app. For everyday calls she dials **18001** before the number, and **18000** reaches the emergency services the same way.

Please register before the walk, not on the hill.`,
        up: [
          'Farah',
          'Gwen',
          'Moira-Fenn',
          'Tom',
          'Dave-Sinclair',
          'Olu-Adeyemi',
          'Wendy-Cole',
          'Orla-Byrne',
        ],
        comments: [
          {
            by: 'Farah',
            after: 122,
            body: 'Both of us registered over lunch. Took about a minute each.',
          },
        ],
        alsoHelped: ['Wendy-Cole', 'Orla-Byrne'],
        accepted: { after: 120 },
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'jules84',
    daysAgo: 20,
    at: '08:27',
    title: 'Twenty dead minutes on the train between Settle and Dent, any trick at all?',
    body: 'I take the early train over the tops twice a week. After Settle it’s zero bars until well past Dent. I don’t need video, I just want a text to go out saying whether I’ve caught the connection. The train’s own Wi-Fi is dead in the same place. 5G phone, 4G plan, window seat.',
    meToo: ['Dave-Sinclair', 'Theo-W'],
    answers: [
      {
        by: 'Dave-Sinclair',
        after: 52,
        body: 'I’ve driven the road beside that line for years and there’s a patch near Ribblehead, just by the viaduct car park, where I get one bar if I’m stopped. On a train you’d have about eight seconds. Write the text before and keep jabbing at send.',
        up: ['jules84', 'Moira-Fenn'],
      },
      {
        by: 'Ewan-McAllister',
        after: 95,
        body: 'Try locking it to **4G only** before Settle. Phones waste an age hunting for 5G, then 4G, then 2G, and by the time it picks one you’re in a tunnel. A modern carriage with coated windows is a metal box too, so stand in the vestibule by the door.',
        up: ['jules84', 'Tom'],
        comments: [
          {
            by: 'jules84',
            after: 3010,
            body: 'Tried the vestibule and 4G only this morning. One text out of four. Better than none, but no cure.',
          },
        ],
      },
      {
        by: 'Moira-Fenn',
        after: 300,
        body: 'I planned a site near there once, on paper. The line runs in cuttings and nobody lives by it, so there’s no power and no fibre to hang a mast on. Honest answer: not this year. Send the text at Settle with “on time so far” and a second one at Garsdale.',
        up: ['Dave-Sinclair', 'Gwen', 'Rhys-Morgan'],
      },
    ],
    resolution: { as: 'still-not-solved', after: 3020 },
  },
  {
    topic: 'coverage',
    by: 'Alfie',
    daysAgo: 6,
    at: '16:40',
    title: 'Full bars at the rugby but nothing loads until everyone goes home',
    body: 'Saturday home games, LE2. Five bars of 5G and I can’t even pay for a pint because the card app times out. Half an hour after the whistle it’s lightning again. Turning 5G off made it slightly better, maybe. Does Goodline bring in anything extra on match days, or is there a setting I should try?',
    meToo: ['Raj-Patel', 'Theo-W', 'PeteTheMeter'],
    answers: [],
  },
  {
    topic: 'coverage',
    by: 'Aisha-Rahman',
    daysAgo: 1,
    at: '07:50',
    title: 'No 4G in LS6 since this morning. Is it just me?',
    body: 'Bars show but nothing loads. My partner on another network is fine. I’ve done the aeroplane mode dance and a restart, and switched between 4G and 5G. Near Headingley Stadium if that helps, and I have a meeting at ten.',
    edit: {
      after: 22,
      reason: 'Said what still works',
      body: `Bars show but nothing loads. My partner on another network is fine. I’ve done the aeroplane mode dance and a restart, and switched between 4G and 5G. Near Headingley Stadium if that helps, and I have a meeting at ten.

To be clear, as two people asked me: calls and texts work, only data is gone, on 4G and 5G alike.`,
    },
    up: ['Rhys-Morgan', 'Mei-Ling', 'yusuf-k'],
    meToo: [
      'Rhys-Morgan',
      'Mei-Ling',
      'yusuf-k',
      'Theo-W',
      'Nathan-P',
      'Farah',
      'Zoe',
      'Gordon-Tait',
    ],
    follow: ['Rhys-Morgan', 'Zoe', 'Mei-Ling'],
    answers: [
      {
        by: 'Rhys-Morgan',
        after: 8,
        body: 'Not just you. I’m two streets up by the Arndale and it’s been dead since about half six. Texts go, maps don’t. My works phone on the same network is exactly the same so don’t bother swapping SIMs about.',
        up: ['Aisha-Rahman', 'Mei-Ling', 'yusuf-k'],
      },
      {
        by: 'Marcus',
        after: 26,
        canned: 'A fault we are mending',
        body: 'Morning all. A mast in Headingley has lost its link and engineers are on their way to it. **Calls and texts still work.** There’s nothing wrong with your phones, so no need to reset anything. The service status page has the fault and you can follow it there; next update by 13:30.',
        up: ['Aisha-Rahman', 'Rhys-Morgan', 'Mei-Ling', 'Zoe', 'Tom', 'Nathan-P'],
        comments: [
          { by: 'Aisha-Rahman', after: 31, body: 'Thanks. Off to the café with Wi-Fi, then.' },
        ],
      },
      {
        by: 'Mei-Ling',
        after: 44,
        body: 'If you need it for work: choosing **4G only** got me a slow trickle from a mast further off, enough for e-mail but not for a video call. Upstairs at the back of the house, facing Meanwood. Don’t expect miracles.',
        up: ['Theo-W', 'Aisha-Rahman'],
      },
      {
        by: 'Aisha-Rahman',
        after: 330,
        body: 'Came back at about ten past one here, all by itself. If yours is still stuck, switch aeroplane mode on and off once, because mine clung to the far-away mast until I did. Leaving this open in case it goes again tonight.',
        up: ['Rhys-Morgan', 'Gordon-Tait'],
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Nan-Jean',
    daysAgo: 0,
    at: '00:40',
    title: 'The signal triangle has a little x on it since I went up to bed',
    body: 'It was all right at nine because I spoke to my grandson. Now there is a small triangle with an x at the top of the screen and it says no service. I have switched it off and on. It’s one of those Android phones, he set it up for me. I don’t like being without it at night. The Wi-Fi works or I couldn’t write this.',
    answers: [],
  },
];
