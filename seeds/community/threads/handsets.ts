import type { Thread } from '../shape.ts';

/** Threads about phones and their settings, oldest first. */
export const handsets: Thread[] = [
  {
    topic: 'handsets',
    by: 'Moira-Fenn',
    daysAgo: 111,
    at: '11:27',
    title: 'How do I find the IMEI of a phone whose screen is black?',
    body: 'My sister dropped hers down the cellar steps. It still buzzes when it is rung but shows nothing. The insurer will not start without the IMEI. I know about star hash 06 hash, but with no screen that is not much help. She has thrown the box away, naturally. Where else is the number written?',
    up: ['Gwen'],
    answers: [
      {
        by: 'Tom',
        after: 12,
        body: `Plenty of places, and one of them nearly always works:

1. **The SIM tray.** Pull it out and look at it with a strong light: many makers etch the number on the tray or the slot.
2. **Her account on the web.** Sign in to the Apple or Google account on a computer, pick the phone under *Devices* and it is listed.
3. **My Goodline**, under *My lines → Device*, shows the IMEI last seen with her SIM.
4. The receipt or the e-mail from the shop.

Copy it out twice and compare. And only give it to the insurer, never post it in a forum.`,
        up: ['Moira-Fenn', 'Gwen', 'Dave-Sinclair', 'Sian-Hughes'],
        comments: [
          {
            by: 'Moira-Fenn',
            after: 50,
            body: 'Etched on the tray in letters for ants. My old loupe has earned its keep.',
          },
        ],
        alsoHelped: ['Dave-Sinclair'],
        accepted: { after: 51 },
        audit: { by: 'Marcus', after: 600, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Colin-Barrow',
    daysAgo: 101,
    at: '17:15',
    title: 'Hotspot works on my phone but not on my son’s, same plan',
    body: 'Two phones on the same family plan. Mine shares its data with the laptop straight away. His connects, shows full Wi-Fi bars on the laptop, and nothing loads. Both are Android; his came second-hand from a different network. He has homework due, or so he says, and he is on my phone now, which I would like back.',
    answers: [
      {
        by: 'Tom',
        after: 15,
        body: `Full bars and nothing loading is the old network's access point. Phones keep a separate line for tethering, and his still points at where it came from.

**Settings → Network → SIMs → Access point names**. Open the Goodline one and look at **APN type**. It should read \`default,supl,dun\`. That *dun* is the hotspot. If it is missing, add it, save, pick that entry, then flight mode on and off.

If there are other APNs left over from before, delete those too.`,
        up: ['Colin-Barrow', 'Ewan-McAllister', 'Olu-Adeyemi', 'Gwen'],
        comments: [
          {
            by: 'Colin-Barrow',
            after: 33,
            body: 'It said “default” and nothing else. Three letters and I have my phone back.',
          },
        ],
        alsoHelped: ['Rhys-Morgan'],
        accepted: { after: 34 },
        audit: { by: 'Hannah', after: 1500, verdict: 'pass' },
      },
      {
        by: 'Ewan-McAllister',
        after: 25,
        body: "If the APN field is locked so that you cannot type in it, the phone has the old operator's software on board. Put `goodline.internet` in as a **new** APN, with the plus in the corner, rather than changing theirs. A new one can nearly always be edited. Failing that, reset the APNs to default with the Goodline SIM in.",
        up: ['Tom', 'Colin-Barrow'],
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Priya',
    daysAgo: 92,
    at: '21:30',
    title: 'Is 84 % battery health after two years bad enough to replace it?',
    body: 'Phone is two years and a month old. Battery page says maximum capacity 84 %. It used to last until bedtime and now it asks to be plugged in at about five. A new battery is £85 and a new phone is a great deal more. Is 84 poor for the age, or am I just using it more than I did?',
    up: ['Farah', 'old-nokia-fan'],
    meToo: ['Farah', 'jules84', 'Aisha-Rahman', 'Kasia-N'],
    answers: [
      {
        by: 'Ewan-McAllister',
        after: 31,
        body: `84 after two years is about what I would expect; makers plan for 80 % after somewhere between 500 and 1,000 full charges, depending on the model. Losing a sixth of the battery does not by itself turn bedtime into five o'clock, though.

Before you spend £85:

- Look at *Battery → usage by app* for anything above 20 % that you do not remember using.
- Weak signal eats batteries. Try a day with Wi-Fi Calling on.
- See whether the five o'clock habit began with an update.

If it still dies at five after a week of that, a battery is far better value than a phone. Stop at 80 % when you charge overnight and the next will last longer.`,
        up: ['Priya', 'Tom', 'Farah', 'Olu-Adeyemi', 'Gwen', 'jules84'],
        alsoHelped: ['Farah', 'Kasia-N'],
        accepted: { after: 5900 },
        comments: [
          {
            by: 'Priya',
            after: 5895,
            body: 'Podcast app, 38 %, downloading the same episode for a month. Bedtime again.',
          },
        ],
      },
      {
        by: 'old-nokia-fan',
        after: 200,
        body: "Mine is fifteen years old, the battery comes out with a thumbnail, a new one is six pounds, and a charge lasts until Thursday. I only mention it. To be useful for once: whatever you do, have it fitted by somebody who uses the maker's own part, because the cheap ones do not report their health properly.",
        up: ['Gwen', 'Bex', 'Kasia-N'],
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Mei-Ling',
    daysAgo: 82,
    at: '08:25',
    title: 'Will an iPhone bought in the US with no SIM tray work on Goodline?',
    body: 'My cousin is coming over from Boston and will bring me an iPhone at a good price. I have found out that the American ones have no slot for a SIM at all. I have a plastic Goodline SIM. Will it work here, can I keep my number, and is there anything that it will not do in the UK which a British one would?',
    up: ['Rhys-Morgan'],
    answers: [
      {
        by: 'Tom',
        after: 20,
        body: `Yes, it will work, on two conditions.

1. It must be **unlocked**. American shops sell plenty tied to a carrier. Ask for "SIM-free" and look for *No SIM restrictions* under Settings → General → About.
2. You swap your plastic SIM for an **eSIM** in My Goodline. The number stays yours, it is free, and the plastic one dies within the hour.

All of our 4G and 5G bands are in it. The warranty is only good in America, so a repair means posting it to your cousin.`,
        up: ['Mei-Ling', 'Ewan-McAllister', 'Rhys-Morgan'],
        comments: [
          {
            by: 'Ewan-McAllister',
            after: 44,
            body: 'Not sure about the warranty. My brother had a US one mended in Aberdeen last year.',
          },
        ],
        accepted: { after: 130 },
        audit: {
          by: 'Hannah',
          after: 1300,
          verdict: 'fix',
          note: 'Nearly all of it right. The last line was too strong: the maker generally honours its one-year cover here, though a part may have to be ordered in. I have changed that sentence, added a word about import VAT, and passed the rest.',
          body: `Yes, it will work, on two conditions.

1. It must be **unlocked**. American shops sell plenty tied to a carrier. Ask for "SIM-free" and look for *No SIM restrictions* under Settings → General → About.
2. You swap your plastic SIM for an **eSIM** in My Goodline. The number stays yours, it is free, and the plastic one dies within the hour.

All of our 4G and 5G bands are in it. The maker's one-year warranty is normally honoured here, but a model not sold in the UK can mean a wait for parts, and you have no UK shop to go back to under the Consumer Rights Act. Add import VAT to the price when you compare.`,
        },
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'PeteTheMeter',
    daysAgo: 72,
    at: '13:09',
    title: 'My Goodline app will not load on mobile data, but everything else does',
    body: 'Spinning circle, then “cannot reach server”. On home Wi-Fi it opens in 1.2 seconds. On mobile data every other app is fine. I have cleared the cache, reinstalled it twice and kept a log of eleven attempts. The phone is a Galaxy on Android 15. I do have an ad-blocking DNS set, but that has been on for a year and I see no reason for it to start now.',
    answers: [
      {
        by: 'Olu-Adeyemi',
        after: 19,
        body: `I would look at that DNS first, log or no log. Block lists are updated nightly, and an app's server can land on one at any time. On your home Wi-Fi the router's own filter may be answering instead, which is why the two differ.

A two-minute test:

1. Settings → Connections → More → **Private DNS** → *Automatic*
2. Close the app fully, stay on mobile data, open it

If it loads, put your blocker back and add \`goodline.example\` to its **allow list**. If it does not, come back and I will read all eleven log entries.`,
        up: ['PeteTheMeter', 'Ewan-McAllister', 'Tom', 'Nathan-P', 'Moira-Fenn'],
        comments: [
          {
            by: 'PeteTheMeter',
            after: 40,
            body: 'Loaded in 1.4 seconds. Allow list amended. I withdraw “no reason for it”.',
          },
        ],
        alsoHelped: ['Nathan-P'],
        accepted: { after: 41 },
        audit: { by: 'Marcus', after: 380, verdict: 'pass' },
      },
      {
        by: 'Bex',
        after: 60,
        body: 'Is the date right on your phone? I had an app that would not talk to anything after I set the clock forward by hand to cheat at a game. Probably not you, but it took me a week to work out and I would like somebody to profit from it.',
        up: ['PeteTheMeter', 'Farah'],
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Nathan-P',
    daysAgo: 62,
    at: '18:33',
    title: 'Phone still says “Invalid SIM” although my old network says it is unlocked',
    body: "Bought on contract in 2020 and paid off. The old network e-mailed an unlock code and says that its side is done. I put the Goodline SIM in, typed the code, and it said “unlock successful”. Restarted, and it is back to “Invalid SIM”. The SIM works in my wife's phone. I have now been told by two companies that it is the other one's fault.",
    edit: {
      after: 1450,
      body: `Bought on contract in 2020 and paid off. The old network e-mailed an unlock code and says that its side is done. I put the Goodline SIM in, typed the code, and it said “unlock successful”. Restarted, and it is back to “Invalid SIM”. The SIM works in my wife's phone. I have now been told by two companies that it is the other one's fault. Since asked: bought new in Derby, never repaired, and the number in the settings is the one on the box.`,
      reason: 'Put the answers to your questions up here',
    },
    up: ['Rhys-Morgan'],
    follow: ['Raj-Patel'],
    answers: [
      {
        by: 'Dave-Sinclair',
        after: 48,
        body: 'Could be a region lock on top of the network one. Some Galaxy phones want to be used with a SIM from the part of the world where they were sold, for the first five minutes of calls, before they will take any other. Was it bought in this country? Put any UK SIM in which it does accept and make one long call.',
        up: ['Nathan-P', 'Raj-Patel'],
        comments: [
          {
            by: 'Nathan-P',
            after: 75,
            body: 'High street in Derby. It is as British as a phone can be.',
          },
        ],
      },
      {
        by: 'Tom',
        after: 1400,
        body: `A successful code that does not stick usually means that there are **two locks**, and the code opened only one. Ask the old network for the *unfreeze* code as well as the unlock code, and give them the IMEI which **the phone** shows with \`*#06#\`, not the one on the box. If the main board was ever replaced the two will differ, and they have been unlocking a phone that no longer exists.`,
        up: ['Nathan-P', 'Ewan-McAllister', 'Dave-Sinclair'],
        comments: [
          {
            by: 'Nathan-P',
            after: 4300,
            body: 'Same IMEI on both. Unfreeze code accepted, restarted, Invalid SIM. I am starting to take it personally.',
          },
        ],
      },
    ],
    resolution: { as: 'still-not-solved', after: 4310 },
  },
  {
    topic: 'handsets',
    by: 'Rhys-Morgan',
    daysAgo: 43,
    at: '20:46',
    title: 'No 5G option in the menu on a phone that is sold as 5G',
    body: "New-to-me Galaxy, has 5G on the box, on the website and in the name. In Mobile networks I only get “4G/3G/2G (auto connect)” and no 5G line at all. My plan includes 5G, and my wife's phone has it in this very room. Is it something on the phone or something on the SIM?",
    meToo: ['Una', 'Theo-W'],
    answers: [
      {
        by: 'Viktor',
        after: 55,
        body: `To enable 5G on your device please perform the following steps. Navigate to Settings > Connections > Mobile networks > Network mode and select 5G/LTE/3G/2G (auto connect). If this option is not displayed, ensure that your device software is updated to the latest version. Availability of network features may vary by region, service provider and software version. Screen images are simulated.`,
        up: ['Una'],
        down: ['Tom', 'Rhys-Morgan'],
        accepted: { after: 80 },
        audit: {
          by: 'Marcus',
          after: 1100,
          verdict: 'fail',
          reason: 'copied',
          note: 'This is the maker’s own help page word for word, down to the line about simulated images. Do point people to a page that helps, with a link and what you found when you tried it; we only reward what people write themselves.',
        },
      },
      {
        by: 'Ewan-McAllister',
        after: 190,
        body: `When the line is missing altogether, rather than switched off, the phone thinks that you may not have it. In order of likelihood:

- **Wrong software for the country.** Dial \`*#1234#\` and compare the CSC with UK codes. An import often hides 5G.
- **SIM in slot 2** while the data is set to slot 1. Some models only offer 5G on the data SIM.
- **An old SIM.** One from before 2020 can lack it. A new one is free, order it in the app.
- *Power saving* on: it removes the 5G line on some versions.`,
        up: ['Rhys-Morgan', 'Tom', 'Una', 'Theo-W', 'Gwen'],
        alsoHelped: ['Theo-W'],
        comments: [
          {
            by: 'Rhys-Morgan',
            after: 2300,
            body: 'Power saving. I had switched it on in the shop. I ticked the wrong one in a hurry, sorry Ewan.',
          },
        ],
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Kasia-N',
    daysAgo: 30,
    at: '09:17',
    title: 'Second-hand phone worked for a week and then lost all networks',
    body: 'I bought a phone from a market app, it worked with my Goodline SIM for eight days, and today it says “emergency calls only”. My SIM works in the old phone. A Polish SIM does not work in the new one here either. The seller has stopped answering. Is this phone dead, and what can I do about the £240?',
    up: ['Sunita', 'Farah'],
    answers: [
      {
        by: 'Dave-Sinclair',
        after: 23,
        body: `That is a **blocked IMEI**, I am sorry to say. Somebody reported it lost or stolen, or stopped paying for it, and every UK network now refuses it. Same thing happened to my mate with a phone from the pub.

What to do:

1. Get the IMEI with \`*#06#\` and run it through a phone-history check, so that you have the reason on paper.
2. Open a dispute in the market app **today**, most have a time limit of days.
3. Paid by card? Ask the bank for a chargeback as well.
4. Tell the police on 101 if it shows as stolen. Do not sell it on.

Only whoever reported it can lift the block. Do not pay anybody who says that they can "clean" it.`,
        up: ['Kasia-N', 'Tom', 'Sunita', 'Gwen', 'Raj-Patel', 'Farah', 'Ewan-McAllister', 'Theo-W'],
        comments: [
          {
            by: 'Kasia-N',
            after: 8700,
            body: 'The app gave me back the whole £240. The history check was what convinced them.',
          },
        ],
        alsoHelped: ['Raj-Patel'],
        accepted: { after: 160 },
        audit: {
          by: 'Hannah',
          after: 420,
          verdict: 'pass',
          note: 'Thorough, and a good warning about people who offer to “clean” a phone.',
        },
      },
      {
        by: 'Mei-Ling',
        after: 50,
        body: 'Before you give up, take the SIM out, hold the power and volume buttons for a restart, and try again in a different part of town. There was a mast out near us last month and every phone in the street said emergency calls only until teatime. If the Polish SIM fails as well it could just be the aerial.',
        up: ['yusuf-k'],
        comments: [
          {
            by: 'Dave-Sinclair',
            after: 58,
            body: 'Her own SIM is fine in the old phone in the same room though, so it is not the mast.',
          },
        ],
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Farah',
    daysAgo: 20,
    at: '07:31',
    title: 'Since the last update my phone drops the car’s Bluetooth at every junction',
    body: 'Calls in the car have cut out since the update a fortnight ago. It connects, plays music, and as soon as I stop at the lights the car says “phone disconnected” and starts hunting. Moving off, it comes back. I have deleted the pairing at both ends. It is the stopping that I do not understand, the phone does not know that I have stopped.',
    meToo: ['Dave-Sinclair', 'Wendy-Cole', 'Theo-W'],
    comments: [
      {
        by: 'Dave-Sinclair',
        after: 30,
        body: 'Does the car have stop-start? Mine browns out the stereo when the engine comes back on.',
      },
    ],
    answers: [
      {
        by: 'Dave-Sinclair',
        after: 95,
        body: "Try one trip with stop-start switched off, there is a button with an A in an arrow. If it holds, then it is the car's battery getting tired: the voltage dips as the engine cuts, and the update has only made the phone less forgiving. My van did it for a month before the battery finally gave up outside Penrith.",
        up: ['Farah', 'Tom'],
      },
      {
        by: 'Farah',
        after: 6100,
        body: "For anybody who finds this: stop-start off made it better but not right. What cured it was the car. The garage updated the stereo's software, free, in twenty minutes, and said they had seen a dozen since the phone update. I have not had a single drop in four days, lights or no lights.",
        up: ['Dave-Sinclair', 'Wendy-Cole', 'Theo-W'],
        alsoHelped: ['Wendy-Cole'],
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Alfie',
    daysAgo: 7,
    at: '16:12',
    title: 'Storage full on a 64 GB phone but I only have 12 GB of photos',
    body: 'It says full and will not take pictures. Photos 12 GB, apps 15 GB, and then a big grey lump called “Other” of 27 GB which I cannot open. I have deleted games that I liked. What is in the lump, and can I get rid of it without wiping everything? It is my first proper phone and I do not want to break it.',
    up: ['Priya'],
    answers: [
      {
        by: 'Gordon-Tait',
        after: 25,
        body: 'You kids and your 27 gigabytes of rubbish. Try reading a book and learn to look after your things before you moan on here, some of us paid for our own phones. It is obvious to anybody with half a brain.',
        down: ['Tom', 'Bex', 'Sunita', 'Priya'],
        removed: {
          by: 'Hannah',
          after: 70,
          reason: 'rude',
          note: 'Alfie asked politely and deserved the same. Please read the house rules once more, Gordon. We have seen you be helpful here and would like more of that.',
        },
      },
      {
        by: 'Bex',
        after: 58,
        body: `The lump is mostly things that apps have kept "just in case". You will not break anything:

- **Chat apps first.** Every video that anyone ever sent you is kept there. In the app look for *Storage* and sort by size.
- **Bin inside the photos app.** Deleted pictures sit for 30 days. Empty it.
- **Downloads** folder, and films saved for offline.
- Then restart. The number only goes down after that.`,
        edit: {
          after: 64,
          body: `The lump is mostly things that apps have kept "just in case". You will not break anything:

- **Chat apps first.** Every video that anyone ever sent you is kept there. In the app look for *Storage* and sort by size.
- **Bin inside the photos app.** Deleted pictures sit for 30 days. Empty it.
- **Downloads** folder, and films saved for offline.
- Then restart. The number only goes down after that.

Take a backup before, and then you cannot lose the pictures whatever happens.`,
          reason: 'Backup first, I should have said',
        },
        up: ['Alfie', 'Tom', 'Priya', 'Una'],
        comments: [
          {
            by: 'Alfie',
            after: 240,
            body: 'Nine gigs of my cousin’s dog. It is down to 18 now, so it is half fixed.',
          },
        ],
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Zoe',
    daysAgo: 5,
    at: '19:29',
    title: 'Wireless charger in the car makes my phone hot and then it stops charging',
    body: 'Twenty minutes on the built-in pad with the map on and the phone is too hot to hold, says that charging is paused, and I arrive with less battery than I set off with. A cable is fine. It is worse in sunshine. Is it the pad or the phone, or is this just what they do? I rely on it, because I use live captions for calls.',
    meToo: ['Alfie', 'Dave-Sinclair'],
    answers: [],
  },
  {
    topic: 'handsets',
    by: 'Dave-Sinclair',
    daysAgo: 2,
    at: '08:44',
    title: 'Which APN settings do I need for picture messages on Android?',
    body: 'Texts and data work. Picture messages fail with “not sent, tap to retry”. Phone is a Galaxy A15 bought in Germany, so it did not set itself up when I put the Goodline SIM in. I typed in goodline.internet myself and that got the data going. What else has to go in that very long form?',
    up: ['Raj-Patel'],
    answers: [
      {
        by: 'Ewan-McAllister',
        after: 13,
        body: `Your data line is fine, it is just missing the three lines that picture messages use. **Settings → Connections → Mobile networks → Access Point Names**, open yours and fill in:

| Field | Value |
| --- | --- |
| APN | \`goodline.internet\` |
| MMSC | \`http://mms.goodline.example\` |
| MMS proxy | \`mmsproxy.goodline.example\` |
| MMS port | \`8080\` |
| APN type | \`default,supl,mms\` |

Leave everything else as it is, above all MCC and MNC. **Save** from the three dots, or it forgets the lot. Then switch mobile data on, as picture messages need it even when you are on Wi-Fi, and send one to yourself.`,
        up: ['Dave-Sinclair', 'Tom', 'Raj-Patel', 'Gwen'],
        alsoHelped: ['Raj-Patel'],
        comments: [
          {
            by: 'Dave-Sinclair',
            after: 31,
            body: 'Picture of a lay-by sent and received. It was the save in the three dots that had beaten me.',
          },
        ],
        accepted: { after: 33 },
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Priya',
    daysAgo: 0,
    at: '00:40',
    title: 'My alarm did not ring after the overnight update, how do I trust it again?',
    body: 'The phone updated itself at three in the morning, restarted, and then sat waiting for my PIN instead of waking me at six. I missed a train and a meeting. I have set a second alarm on an actual clock, like an animal. Can I stop it updating at night, or make alarms ring before I have typed in the PIN?',
    answers: [],
  },
];
