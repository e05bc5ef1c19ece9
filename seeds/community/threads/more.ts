import type { Thread } from '../shape.ts';

/** Shorter threads from all topics, oldest first. */
export const more: Thread[] = [
  {
    topic: 'billing',
    by: 'Aisha-Rahman',
    daysAgo: 105,
    at: '11:35',
    title: 'I need an itemised bill for my expenses, where is it kept?',
    body: 'My employer pays back work calls but wants every one listed with its date and cost. What I get by e-mail is one page with a total on it. Is there a longer version, can I have the last three months, and does it show calls inside my allowance as well?',
    answers: [
      {
        by: 'Tom',
        after: 26,
        body: `There is, it’s just switched off to begin with.

1. **My Goodline › Bills**, open any bill and press **Download**. Choose *Itemised* instead of *Summary*.
2. To have it every month: **Bills › Settings › Itemised bills**, on. Costs nothing.
3. The drop-down at the top goes back eighteen months.

Calls in your allowance are listed at £0.00, so payroll can’t grumble. Calls to free helplines such as Childline are never shown on anybody’s bill, and that’s on purpose.`,
        up: ['Aisha-Rahman', 'Colin-Barrow'],
        accepted: { after: 85 },
        audit: { by: 'Hannah', after: 320, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Aisha-Rahman',
    daysAgo: 93,
    at: '12:20',
    title: 'Signal was fine when we moved in and is poor now: can trees really do that?',
    body: 'We took this house in February and I had three bars in the kitchen. Now there’s one, on a good day. The only change I can see is a row of poplars at the bottom of the garden, which had no leaves then. My husband says I’m making it up. Am I?',
    up: ['Moira-Fenn'],
    answers: [
      {
        by: 'Gwen',
        after: 41,
        body: `You’re not, and you may tell him so. Leaves are mostly water, and water soaks up signal, the high 4G and 5G bands above all. After rain it’s worse again.

- Try the rooms on the side *away* from the poplars. An upstairs landing often wins.
- Set the phone to **4G** rather than 5G while they’re in leaf, as the lower bands get through better.
- Wi-Fi Calling for the kitchen, and think no more of it until autumn.

Please don’t let him fell them. The next row of houses may be just as much in the way.`,
        up: ['Aisha-Rahman', 'Moira-Fenn', 'Tom'],
        comments: [
          {
            by: 'Aisha-Rahman',
            after: 190,
            body: 'Three bars on the landing, one in the kitchen. He has gone very quiet.',
          },
        ],
        accepted: { after: 192 },
        audit: { by: 'Hannah', after: 1300, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'porting',
    by: 'Ewan-McAllister',
    daysAgo: 90,
    at: '20:05',
    title: 'Old network has billed me for a full month after my number left',
    body: 'My number came across to Goodline on the 4th. The old lot have now sent a bill running to the 30th, as though I’d stayed. They say thirty days’ notice is in the contract. I was well out of the minimum term. Do I owe it? The bank takes it on Monday.',
    meToo: ['Rhys-Morgan'],
    answers: [
      {
        by: 'Tom',
        after: 33,
        body: `You don’t. Since July 2019 a mobile network can’t charge you notice past the day your number moves, whatever the small print says. Plans are billed ahead, so this one was likely printed before the move reached their system.

1. Wait for the **final bill**. It should hand back every day after the 4th.
2. Nothing in a fortnight? Ask for the refund in writing and quote Ofcom’s ban on notice charges after a switch.
3. Don’t cancel the Direct Debit yet, or they’ll chase you for the three days you do owe.

Eight weeks of that and their ombudsman will take it, free.`,
        up: ['Ewan-McAllister', 'Gwen', 'Sian-Hughes'],
        alsoHelped: ['Rhys-Morgan'],
        accepted: { after: 600 },
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Sian-Hughes',
    daysAgo: 89,
    at: '18:15',
    title: 'Doorbell won’t join the new hub though everything else did',
    body: 'New Goodline hub last week. I gave it the old Wi-Fi name and password so that I needn’t go round the house, and the telly, phones and printer never noticed. The doorbell sees the name, thinks about it, and says it can’t connect. Its makers say “router problem”.',
    answers: [
      {
        by: 'Olu-Adeyemi',
        after: 24,
        body: `Reusing the name was clever, and you’re nearly there. Small gadgets tend to know only **2.4 GHz** and the older **WPA2** lock, while a new hub offers both bands together and WPA3 on top.

1. Hub page › **Wireless › Security**: choose *WPA2/WPA3 mixed*.
2. Switch 5 GHz off for five minutes.
3. Bring the doorbell close to the hub and set it up.
4. Switch 5 GHz on again. The bell can’t hear it, so it stays where it is.

A guest network on 2.4 GHz is a good home for all such things. Safer, too.`,
        up: ['Sian-Hughes', 'Ewan-McAllister', 'Gwen'],
        comments: [
          {
            by: 'Sian-Hughes',
            after: 110,
            body: 'It rang. The dog is beside himself. Thank you.',
          },
        ],
        accepted: { after: 112 },
        audit: { by: 'Marcus', after: 900, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Moira-Fenn',
    daysAgo: 86,
    at: '10:05',
    title: 'New hearing aids whistle when I hold the phone to them',
    body: 'Thirty years of masts and now I am the one with interference. My new aids squeal when the phone comes near, and on speaker the whole café hears my sister. They’re the Bluetooth sort, I’m told, but they don’t show up among the headphones. Android, a year old. How do other people manage?',
    up: ['Sian-Hughes'],
    answers: [
      {
        by: 'Gwen',
        after: 55,
        body: `Mine squealed for a month before the audiologist put me right. They don’t pair as headphones do, which is why you can’t find them.

1. **Settings › Accessibility › Hearing devices**, then *Pair new device*.
2. Open and shut the battery doors, or take them in and out of their case, so that they listen for a phone. You get about three minutes.
3. In the same menu turn on **Hearing aid compatibility**.

After that the call goes straight into both ears. Until then, hold the phone higher, towards the microphone behind the ear and not the hole.`,
        up: ['Moira-Fenn', 'Tom', 'Gordon-Tait'],
        comments: [
          {
            by: 'Moira-Fenn',
            after: 240,
            body: 'Paired. My sister is now in stereo, which I had not bargained for.',
          },
        ],
        accepted: { after: 243 },
        audit: {
          by: 'Marcus',
          after: 1500,
          verdict: 'pass',
          note: 'We didn’t have this anywhere. Thank you for writing it down.',
        },
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Rhys-Morgan',
    daysAgo: 85,
    at: '13:10',
    title: 'Can I turn voicemail off completely?',
    body: 'Nobody I know leaves messages, they just pay to hear my voice and hang up. I’d like it to ring and ring and then stop. The app has a page for the greeting but none for off. And if I ever want it back, is there a way back?',
    meToo: ['Bex', 'jules84'],
    answers: [
      {
        by: 'Tom',
        after: 8,
        body: `Easily done, and easily undone. Type these as if they were a number, press call, and wait for the little pop-up:

- **Off:** \`##004#\` drops every divert in one go: busy, no answer and out of reach.
- **Back on:** \`*004*443#\`

If you’ve set up diverts of your own, to a work phone for instance, the first code wipes those as well, so jot them down. With voicemail off, callers hear it ring for about half a minute and then a tone. You still see the missed call.`,
        up: ['Rhys-Morgan', 'Bex', 'Ewan-McAllister', 'Gwen'],
        alsoHelped: ['Bex'],
        accepted: { after: 20 },
        audit: { by: 'Hannah', after: 240, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Ewan-McAllister',
    daysAgo: 78,
    at: '15:15',
    title: 'Why is my 5G slower than my 4G, with more bars?',
    body: 'Inverness, up by the Crown. Four bars of 5G give me 18 Mbps. If I force the phone to 4G I get three bars and 55. Same windowsill, same hour, five goes each. I thought the bigger number was supposed to win.',
    up: ['Olu-Adeyemi', 'Tom'],
    answers: [
      {
        by: 'Moira-Fenn',
        after: 62,
        body: `Bars say how well you hear the mast, not how much it has to give. You are most likely on **low-band 5G**, around 700 MHz: it carries for miles and through walls, but it’s a slice only 10 MHz wide. Your 4G is probably three wider bands added together.

- Stay on 4G at home for as long as it’s faster. You lose nothing by it.
- Try 5G again in the middle of town, where mid-band at 3.5 GHz may give you hundreds.

The phone picks by the name and not by the speed, I’m sorry to say.`,
        up: ['Ewan-McAllister', 'Olu-Adeyemi', 'Tom', 'PeteTheMeter'],
        accepted: { after: 300 },
        audit: { by: 'Hannah', after: 1200, verdict: 'pass', note: 'Beautifully put.' },
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Dave-Sinclair',
    daysAgo: 71,
    at: '18:40',
    title: 'Beeping in my ear when a second call comes in, can I switch it off?',
    body: 'I ring depots on the hands-free, and every time another call comes in I get beeps over the top of whatever gate code they’re reading me. I’d sooner the second caller got voicemail. Can’t find it in the phone’s settings, though there’s a lot of settings.',
    answers: [
      {
        by: 'Gwen',
        after: 14,
        body: `That’s call waiting, and there’s a code for it, so never mind the menus. Dial it like a number:

- Off: \`#43#\`
- On again: \`*43#\`
- To see how it stands: \`*#43#\`

With it off, anyone who rings while you’re talking goes to 443 and you see them in the missed calls afterwards. Do it before you set off, not at the wheel.`,
        up: ['Dave-Sinclair', 'Tom'],
        comments: [
          {
            by: 'Dave-Sinclair',
            after: 1450,
            body: 'Whole day of gate codes, not one beep. Ta, Gwen.',
          },
        ],
        accepted: { after: 1452 },
        audit: { by: 'Marcus', after: 2200, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Olu-Adeyemi',
    daysAgo: 70,
    at: '19:30',
    title: 'Is a phone bought from Goodline locked to Goodline?',
    body: 'Passing my handset to a cousin in Leeds who is with another network. It came from the Goodline shop two years ago and is paid off. Do I need a code from anyone, and does it have to be wiped? I can set up a router blindfold but have never given a phone away.',
    answers: [
      {
        by: 'Tom',
        after: 12,
        body: `No code. UK networks haven’t been allowed to sell locked phones since December 2021, so yours is free to roam. Put your cousin’s SIM in and make one call if you want proof.

What really trips people up is the *account* lock, so, one after another:

1. Back up.
2. Sign the phone out of your Apple or Google account.
3. Move your eSIM off it, if you have one.
4. Reset it from the settings menu, not with the buttons.

Skip the second and your cousin will be ringing for your password.`,
        up: ['Olu-Adeyemi', 'Raj-Patel'],
        accepted: { after: 70 },
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Rhys-Morgan',
    daysAgo: 66,
    at: '07:05',
    title: 'Radio app keeps dying between Builth and Dolgellau, can anything be done?',
    body: 'I drive the A470 twice a week and stream the match or a podcast. Half the way it’s fine, then it stops, and what annoys me is that it doesn’t start again when the bars come back. I have to poke it in a lay-by. Phone sits in a cradle on the dash.',
    up: ['Gwen'],
    answers: [
      {
        by: 'Dave-Sinclair',
        after: 38,
        body: `I know every dead yard of that road. Can’t give you a mast but I can save you the poking:

- **Podcasts:** download them on the Wi-Fi before you leave. Obvious, and nobody does it.
- **Live radio:** set the app’s quality to *low*, and the buffer as long as it’ll go. It rides over the short gaps.
- Put the phone on **4G** for the drive so it isn’t chasing 5G round Rhayader.
- For the match there’s always the car’s own radio.

And no poking while you’re moving, that’s six points and a fine.`,
        up: ['Rhys-Morgan', 'Gwen', 'jules84'],
        accepted: { after: 780 },
        audit: { by: 'Hannah', after: 1400, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'Orla-Byrne',
    daysAgo: 64,
    at: '09:50',
    title: 'Do I change my Wi-Fi Calling address when I’m away in a cottage?',
    body: 'We’ve a fortnight in Glencoe with no signal but good Wi-Fi, so every call will go that way. When I set up Wi-Fi Calling it asked for an address in case of 999, and that’s home. Do I have to put in the cottage instead, and will I ever remember to put it back?',
    answers: [
      {
        by: 'Gwen',
        after: 29,
        body: `Yes, change it, it takes less time than finding the kettle. Ring 999 over Wi-Fi and that address is the first thing the operator sees. Nobody in Glencoe wants an ambulance sent to Newry.

1. In My Goodline open **My plan › Wi-Fi Calling**.
2. Put in the cottage, postcode and all. There’s usually a card by the door.
3. Set an alarm called “address” for the day you drive home.

If you ever do have to ring, say where you are first thing, whatever the screen tells them.`,
        up: ['Orla-Byrne', 'Moira-Fenn', 'Tom', 'Sunita'],
        accepted: { after: 130 },
        audit: { by: 'Hannah', after: 700, verdict: 'pass', note: 'Clear, and it matters.' },
      },
    ],
  },
  {
    topic: 'billing',
    by: 'PeteTheMeter',
    daysAgo: 61,
    at: '07:25',
    title: 'Phone says 9.1 GB used, the app says 9.8 GB. Which is right?',
    body: 'I have logged both every Sunday for five weeks. My phone’s counter is always about seven per cent below what My Goodline shows, with the same start date. My plan is 10 GB, so it matters. Is the network counting something that my phone doesn’t?',
    up: ['Olu-Adeyemi'],
    answers: [
      {
        by: 'Tom',
        after: 95,
        body: `They’re both right, Pete, they just use a different gigabyte. The app counts in thousands and your phone in 1,024s. Do that three times over and it’s **7.4 per cent**: divide 9.8 by 1.074 and you get your 9.1.

The bill goes by the app, so set the phone’s own warning at **8.4** and you’ll hear from it at about 9. Hotspot use is missing from some phones’ totals too, if you ever see a bigger gap than that.`,
        up: ['PeteTheMeter', 'Olu-Adeyemi', 'Ewan-McAllister', 'Nathan-P'],
        comments: [
          {
            by: 'PeteTheMeter',
            after: 120,
            body: 'Five Sundays, and it fits to one decimal place. I am ashamed not to have seen it.',
          },
        ],
        accepted: { after: 121 },
        audit: { by: 'Marcus', after: 600, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'coverage',
    by: 'jules84',
    daysAgo: 54,
    at: '08:40',
    title: 'Planning notice for a mast at the end of our road: when will it work?',
    body: 'There’s a laminated notice on the lamp-post about a 20-metre pole and three cabinets. Half the street is cross. I’ve no signal indoors and would gladly kiss it. From notice to bars, are we talking weeks or years? And how do I find out whether it’s a Goodline one?',
    answers: [
      {
        by: 'Moira-Fenn',
        after: 80,
        body: `Months at best, and I have seen years. Roughly:

1. **The council** has 56 days to say no.
2. **Power and fibre** take two to nine months. That’s what everybody is really waiting for.
3. **Building** it is a few days and a crane.
4. **Testing** lasts some weeks, when you may see bars come and go.

The application on the council’s website names the network, usually in the covering letter. Two often share a pole, so read to the end. And write in to say that you’re for it, since hardly anyone does.`,
        up: ['jules84', 'Tom', 'Gwen', 'Dave-Sinclair'],
        accepted: { after: 420 },
        audit: { by: 'Marcus', after: 1350, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Gordon-Tait',
    daysAgo: 50,
    at: '08:15',
    title: 'Phone has stopped ringing of an evening and I keep missing my son',
    body: 'It rings all day. After ten at night it lights up and makes not a sound, then in the morning it’s right again. My son works on the rigs and that’s when he calls. I’ve turned the volume to full four times. Samsung, if it matters, and I’ve not dropped it.',
    answers: [
      {
        by: 'Gwen',
        after: 47,
        body: `Something is putting it to bed at ten.

1. **Settings › Modes and routines › Sleep**, and look at the times. Ten till six, or thereabouts?
2. Either turn the schedule off, or keep your quiet nights and let him through: **Do not disturb › Calls and messages › Favourite contacts**, then give your son a star in your contacts.

I’d do the second. The double-glazing people stay silent and he doesn’t.`,
        up: ['Tom', 'Una'],
        comments: [
          {
            by: 'Gordon-Tait',
            after: 1600,
            body: 'He rang at eleven and I near jumped out of my skin. Much obliged to you.',
          },
        ],
        accepted: { after: 1605 },
        audit: { by: 'Marcus', after: 2400, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'Nathan-P',
    daysAgo: 49,
    at: '20:10',
    title: 'Left my phone on a train: what do I block first?',
    body: 'It’s on its way to Penzance without me. Locked with a code, but the SIM has no PIN. I’m on a laptop. If I block it, do I lose the number, and can I still see it on the map? I’d like a chance of getting it back before I kill everything.',
    meToo: ['Bex'],
    answers: [
      {
        by: 'Tom',
        after: 5,
        body: `Find it before you block it, but don’t dawdle.

1. **Now:** mark it as lost in your Apple or Google account, with a friend’s number on the screen. That needs its data, so leave the SIM on for the moment.
2. Fill in the train company’s lost property form.
3. **Not in kind hands within the hour?** My Goodline, **SIM › Lost or stolen**, and block the line. The number stays yours.
4. Found: unblock it there. Gone: order a new SIM, free, same number.

If it were stolen rather than left, I’d block it at once.`,
        up: ['Nathan-P', 'Bex', 'Gwen', 'Theo-W'],
        comments: [
          {
            by: 'Nathan-P',
            after: 100,
            body: 'The guard rang my girlfriend from Plymouth. He’s keeping it in the kettle cupboard.',
          },
        ],
        accepted: { after: 104 },
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'Wendy-Cole',
    daysAgo: 38,
    at: '16:25',
    title: 'All my contacts are on the old SIM card, how do I get them to the new phone?',
    body: 'I’ve had the same SIM since about 2011 and saved people to the card, as you did then. The new phone only takes an eSIM, and my list on it is empty. The old phone still turns on. Please don’t tell me to type them in, there are over two hundred.',
    answers: [
      {
        by: 'Gwen',
        after: 36,
        body: `No typing. An eSIM can’t bring them, but the old phone can, so long as the plastic card is still in it.

1. On the old phone open **Contacts › Manage › Import from SIM**, and save them to your Google account, not to “phone”.
2. Leave it on Wi-Fi for ten minutes with sync switched on.
3. Sign in to the same account on the new one and they turn up by themselves.

If the old one is an iPhone: **Settings › Apps › Contacts › Import SIM Contacts**. Keep the card in an envelope afterwards. I found a long-lost cousin on mine.`,
        up: ['Wendy-Cole', 'Una', 'Tom'],
        alsoHelped: ['Una'],
        accepted: { after: 150 },
        audit: { by: 'Hannah', after: 1000, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Colin-Barrow',
    daysAgo: 37,
    at: '20:05',
    title: 'Network socket in the study gives exactly 95 Mbps on a 500 line',
    body: 'The hub in the hall does 510 by cable. The wall socket in the study, which came with the house, gives 95 whatever I plug in. Wi-Fi in the same room beats it. I’ve changed the cable between wall and laptop. Ninety-five seems a suspiciously tidy figure.',
    answers: [
      {
        by: 'Olu-Adeyemi',
        after: 21,
        body: `Tidy because it’s a 100 Mbps link less its overheads. Gigabit needs all **four pairs** of wires. With one broken, the two ends settle for 100 over the other two.

1. Swap the short cable at the *hub* end as well, you’ve only ruled out one.
2. Take the faceplate off. All eight colours should be pushed home; some builders split one cable between two sockets, four wires each.
3. Punch it down again with a £5 tool, the same order (A or B) at both ends.

Then check that the link says 1000.`,
        up: ['Colin-Barrow', 'Tom', 'Theo-W'],
        comments: [
          {
            by: 'Colin-Barrow',
            after: 1320,
            body: 'The brown pair had never been connected, in eleven years. 507 now.',
          },
        ],
        accepted: { after: 1325 },
        audit: { by: 'Marcus', after: 2300, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Farah',
    daysAgo: 35,
    at: '12:55',
    title: 'A brewery’s website is blocked on my phone as adult content',
    body: 'I’m forty-three. I want to book a brewery tour for my dad’s birthday and get a page telling me the content is for over-18s. On the Wi-Fi at home it opens. How do I prove that I’m a grown-up without posting my passport to somebody?',
    up: ['Bex'],
    answers: [
      {
        by: 'Tom',
        after: 16,
        body: `No passport needed. UK networks start every line with the filter on, and lift it once they know your age:

1. My Goodline, **My plan › Bars and limits › Content lock**.
2. Turn it off. You confirm with a **credit card** in your name, and nothing is taken.
3. Restart the phone and give it up to an hour.

Only a debit card? A Goodline shop will do it with a driving licence. The lock is set line by line, so a child’s line on your account stays as it is.`,
        up: ['Farah', 'Raj-Patel'],
        accepted: { after: 210 },
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Una',
    daysAgo: 27,
    at: '15:30',
    title: 'My number shows as withheld and the surgery won’t pick up',
    body: 'New phone since Tuesday. Everyone says I come up as “No caller ID”. The surgery’s switchboard throws out withheld calls before they ring, so I can’t book anything. I haven’t asked to be a woman of mystery. Is it the phone or Goodline hiding me?',
    meToo: ['Viktor'],
    answers: [
      {
        by: 'Gwen',
        after: 19,
        body: `Usually the phone.

- **Android:** Phone app, three dots, *Settings › Supplementary services › Show your caller ID*, and pick **Show number**.
- **iPhone:** *Settings › Apps › Phone › Show My Caller ID*, on.

For today’s call, dial **1470** in front of the surgery’s number, which shows yours just the once. (141 does the opposite.) If the menu won’t stay changed, then it’s been set on the line and 4444 can lift it.`,
        up: ['Una', 'Tom', 'Farah', 'Wendy-Cole'],
        comments: [
          { by: 'Una', after: 45, body: '1470 got me a Thursday, and then I found the menu.' },
        ],
        accepted: { after: 47 },
        audit: { by: 'Hannah', after: 380, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Wendy-Cole',
    daysAgo: 26,
    at: '09:40',
    title: 'Does my Zone 1 allowance work on the ferry to Santander?',
    body: 'Thirty hours at sea with a book and a nervous stomach. Spain is Zone 1, so I took it that the ship would be too. A woman at my hairdresser’s came home to a bill for £90 from a boat. Is she exaggerating?',
    up: ['Kasia-N'],
    answers: [
      {
        by: 'Tom',
        after: 44,
        body: `I’m afraid she isn’t. Near the coast you’re on French or Spanish masts and all’s well. Further out many ships switch on a **satellite mast of their own**. It’s in neither zone, no pass covers it, and it charges by the minute and the megabyte.

- As the land goes, **aeroplane mode on**. Then turn Wi-Fi on by hand, if the ferry sells it.
- Belt and braces: spend cap to £0 in My Goodline before you sail.
- If the network name has “sea” or “marine” in it, that’s the ship.`,
        up: ['Wendy-Cole', 'Kasia-N', 'Dave-Sinclair', 'Gwen'],
        alsoHelped: ['yusuf-k'],
        accepted: { after: 160 },
        audit: { by: 'Marcus', after: 1200, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Raj-Patel',
    daysAgo: 23,
    at: '20:20',
    title: 'Phone only charges if I hold the cable at an angle',
    body: 'Two cables, two plugs, same thing. It has to lean to the left and then it takes, until somebody breathes on it. Eighteen months old, no drops, no water. The shop quoted £70 for a new socket. What should I try before I pay?',
    answers: [
      {
        by: 'Dave-Sinclair',
        after: 25,
        body: `Pocket fluff, I’d bet the van on it. It packs down at the bottom so the plug can’t go home. Mine lives in overalls, so I’m an expert.

1. Switch the phone **off**.
2. Wooden cocktail stick, never a pin. Work along the back wall and keep clear of the little tongue in the middle.
3. Torch. You’ll be disgusted.

The plug should click again. If not, it is the socket, but dig out the warranty papers before you pay seventy quid.`,
        up: ['Raj-Patel', 'Tom', 'Sunita'],
        comments: [
          {
            by: 'Raj-Patel',
            after: 52,
            body: 'There was enough in there to knit something. Clicks like new.',
          },
        ],
        alsoHelped: ['Sunita'],
        accepted: { after: 55 },
        audit: { by: 'Hannah', after: 900, verdict: 'pass' },
      },
    ],
  },
  {
    topic: 'billing',
    by: 'yusuf-k',
    daysAgo: 11,
    at: '18:15',
    title: 'Data add-on keeps buying itself again every month',
    body: 'I bought the 5 GB add-on once, for a trip. It has been on the bill twice since, and I don’t remember ticking anything. Where’s the off switch, and would they give me back the latest one? I haven’t touched any of it.',
    answers: [
      {
        by: 'Tom',
        after: 31,
        body: `There’s a **Renew every 30 days** switch on the page where you pay, and it’s easily missed.

1. My Goodline, **Plan › Add-ons**, and tap the 5 GB one.
2. Turn *Renew* off. What you have runs to its date and then stops.
3. Unused, and bought within the last 14 days? Ask in chat for the money. My daughter got hers without a murmur. The earlier ones you’ll probably have to put down to experience.`,
        up: ['yusuf-k', 'Wendy-Cole'],
        accepted: { after: 75 },
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'old-nokia-fan',
    daysAgo: 4,
    at: '13:20',
    title: 'A phone with buttons that does calls over 4G: does anyone use one?',
    body: 'The brick still works but I’m told it lives on borrowed time. I want real keys, a battery you can take out, and calls that don’t need 2G. The shop showed me a clamshell with “4G” on the box and couldn’t say whether that meant calls or only the internet.',
    up: ['Moira-Fenn', 'Ewan-McAllister'],
    answers: [
      {
        by: 'Moira-Fenn',
        after: 64,
        body: 'You’re right to ask, because those two letters on the box are not enough. The word you want is **VoLTE**, *and* Goodline must have it switched on for that very model. Some of the cheap ones were only ever set up for other countries. Look the model up in the device checker on the website before you part with money.',
        up: ['old-nokia-fan', 'Tom'],
      },
      {
        by: 'Ewan-McAllister',
        after: 210,
        body: 'My gran has a folding one with big keys and a back that comes off. With her Goodline SIM in, it shows **HD** along the top while she’s talking, which is how you can tell the call is on 4G. No snake on it, I’m afraid.',
        up: ['Gwen'],
        comments: [
          {
            by: 'old-nokia-fan',
            after: 260,
            body: 'No snake. I shall need the weekend to think about this.',
          },
        ],
      },
    ],
  },
  {
    topic: 'porting',
    by: 'Sunita',
    daysAgo: 4,
    at: '16:05',
    title: 'I chose the wrong date for my number to move, can I change it?',
    body: 'I put Thursday in, and on Thursday I’m on a ward all day with no chance to restart anything. The PAC has gone in, and the app shows a tick and the date. I see nothing that says edit. Is it better to leave it and hope?',
    answers: [
      {
        by: 'Sian-Hughes',
        after: 90,
        body: 'I moved mine once by ringing 4444 and it was a matter of two minutes, but that was three days ahead and I don’t know how late you may leave it. If you can’t get through, nothing dreadful happens: the old SIM goes quiet and the new one wants a restart when you’re free.',
        up: ['Gwen'],
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'jules84',
    daysAgo: 3,
    at: '12:10',
    title: 'Does a pass I’ve bought still count if I change to eSIM before I fly?',
    body: 'I bought two Zone 2 day passes while they were on my mind. Now I’ve a new phone coming on Friday that only takes eSIM, and the flight is on Sunday. Do the passes follow the number or are they stuck to the plastic card? I’d rather not pay the fiver twice.',
    meToo: ['Una'],
    answers: [],
  },
  {
    topic: 'billing',
    by: 'Farah',
    daysAgo: 3,
    at: '19:40',
    title: 'What is “out of plan adjustment” on my bill, minus £1.10?',
    body: 'Not complaining, it’s in my favour. But two picture messages at 55p make £1.10, I sent exactly two last month, and I paid for them then. Has somebody taken pity on me, or will it be back on the next one? I’d like to know before I frame it.',
    up: ['Bex'],
    answers: [],
  },
  {
    topic: 'handsets',
    by: 'Nan-Jean',
    daysAgo: 2,
    at: '11:20',
    title: 'When my grandson rings on video I only see myself',
    body: 'He can see me and I can see me, but he is the size of a stamp in the corner. He says I have to tap something. If I tap, the buttons go away and then I cannot hang up. I should like to see him properly as he has grown a beard.',
    up: ['Gwen', 'Priya', 'Bex'],
    answers: [
      {
        by: 'Farah',
        after: 28,
        body: `What a lovely problem to have! The two pictures have swapped places. While he’s on:

1. Touch **the small picture with him in it**, once, lightly. He goes big and you go small.
2. If the buttons have vanished, touch the middle of the screen and they come back for a few seconds.
3. The round red one hangs up.

Next time he visits, ask him to turn on larger buttons under *Accessibility*. I did that for my aunt and we haven’t lost her since.`,
        up: ['Nan-Jean', 'Gwen', 'Priya'],
        comments: [
          {
            by: 'Nan-Jean',
            after: 395,
            body: 'There he is. It does not suit him, but I am glad I looked.',
          },
        ],
        accepted: { after: 390 },
      },
    ],
  },
  {
    topic: 'handsets',
    by: 'Sunita',
    daysAgo: 2,
    at: '14:50',
    title: 'Hotspot switches itself off whenever the laptop goes to sleep',
    body: 'I work on trains with the laptop on my phone’s hotspot. If I go for tea the laptop sleeps, and when I’m back the hotspot has vanished and I have to dig the phone out and start again. Android 15. Can it simply stay on?',
    answers: [
      {
        by: 'Theo-W',
        after: 17,
        body: `It’s saving your battery, bless it. There’s a timer:

1. **Settings › Network & internet › Hotspot & tethering › Wi-Fi hotspot**.
2. Switch off *Turn off hotspot automatically*. Samsung calls it **Timeout settings**, and there you choose *Never*.
3. On the laptop, tick *connect automatically* for that network.

I leave mine on all day with a charger. Without one, expect to lose about a tenth of the battery every hour.`,
        up: ['Sunita', 'Mei-Ling'],
        accepted: { after: 140 },
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Theo-W',
    daysAgo: 2,
    at: '19:25',
    title: 'Telly buffers every night but the laptop next to it doesn’t',
    body: 'Same room, same Wi-Fi, both watching the same thing. The laptop is perfect, the TV stops every few minutes from about eight. Only since I moved it into the alcove. The set is from 2017. Is it worth buying one of those sticks, or am I doing something daft?',
    answers: [
      {
        by: 'Mei-Ling',
        after: 35,
        body: 'Ours did this. An old set has a weak Wi-Fi part, and in an alcove its back is against the wall, which is where the aerial sits. Run a network cable from the hub if you can, a flat one goes under the rug. A cable is always faster than Wi-Fi, and then you need no stick.',
        up: ['Theo-W', 'Olu-Adeyemi'],
        comments: [
          {
            by: 'Olu-Adeyemi',
            after: 95,
            body: 'Good advice with one catch: the socket on a set of that age is 100 Mbps, so “always faster” is a bit strong.',
          },
        ],
        accepted: { after: 70 },
        edit: {
          after: 118,
          reason: 'Olu is right about the socket',
          body: 'Ours did this. An old set has a weak Wi-Fi part, and in an alcove its back is against the wall, which is where the aerial sits. Run a network cable from the hub if you can, a flat one goes under the rug. The socket on a set of that age stops at 100 Mbps, so on paper Wi-Fi may be faster, but a film in 4K asks for only 25 and a cable never wobbles. You need no stick.',
        },
      },
    ],
  },
  {
    topic: 'broadband',
    by: 'Wendy-Cole',
    daysAgo: 2,
    at: '20:35',
    title: 'Hub updates itself and forgets my printer’s fixed address',
    body: 'I gave the printer an address of its own on the hub’s page, so that the computer would stop losing it. Three times now it has gone after a night-time update. Everything else on the page is as I left it. Is there a proper place to set it where it will stick?',
    meToo: ['PeteTheMeter'],
    answers: [],
  },
  {
    topic: 'coverage',
    by: 'Orla-Byrne',
    daysAgo: 1,
    at: '07:05',
    title: 'Coming home over the border the phone sulks for ten minutes',
    body: 'I work in Dundalk, so it roams all day. Driving home it hangs on to the Irish mast by one bar and then has nothing at all for ten minutes, though my neighbour’s phone picks Goodline up at the same bend in seconds. Can I hurry it along without touching it at the wheel?',
    answers: [
      {
        by: 'Viktor',
        after: 26,
        body: `The phone keeps the foreign mast until it is really gone, and then it searches the whole list from the beginning, slow. I had the same in the van between Poland and Germany.

1. Switch off 5G for the drive, then there is less to search.
2. Make it do the restart alone. In *Modes and routines* (Samsung) or *Shortcuts* (iPhone) you choose a place on the map after the border, and there it puts aeroplane mode on and after ten seconds off.

Mine comes back before the next roundabout.`,
        up: ['Orla-Byrne', 'Kasia-N'],
        accepted: { after: 95 },
      },
    ],
  },
  {
    topic: 'roaming',
    by: 'Gordon-Tait',
    daysAgo: 1,
    at: '10:30',
    title: 'Is the week’s pass for Zone 2 one each or one between us?',
    body: 'Wife and I are off to Antalya. Two Goodline phones on one account. I’ve seen the £12 for a week. Does that do the pair of us or is it twelve each, and if so is there a cheaper way that doesn’t mean her holding my phone all day?',
    answers: [
      {
        by: 'Una',
        after: 22,
        body: `One each. A pass belongs to a line and not to the account, so it’s £24 for the two of you.

The cheaper way: buy **one** week at £12, put it on whichever phone has the better battery, and share it by hotspot. Hers then needs no pass, so long as you stay within a few yards of each other. Keep Data Roaming off on it. For a day apart she can add a single pass at £2.50.`,
        up: ['Gordon-Tait', 'Gwen'],
        accepted: { after: 58 },
      },
    ],
  },
  {
    topic: 'sim-esim',
    by: 'Nathan-P',
    daysAgo: 1,
    at: '12:15',
    title: 'How many eSIMs can a phone hold at once?',
    body: 'Goodline is on eSIM and I’m collecting travel ones like stamps. I’d like to add another without losing any. The phone is a Galaxy S23. Is there a limit, does each of them use battery, and ought I to delete the old ones?',
    answers: [
      {
        by: 'yusuf-k',
        after: 33,
        body: `Two numbers to keep apart:

- **Stored:** recent phones keep eight or more. They’re only files, and one that’s switched off uses no battery.
- **On at the same time:** two. On yours that’s two eSIMs, or one and the plastic SIM.

So add it and leave the others off in *SIM manager*. Do delete those that have run out, but look twice at which line you’ve picked: a deleted Goodline one means asking for a new code.`,
        up: ['Nathan-P', 'Ewan-McAllister'],
        accepted: { after: 101 },
        edit: {
          after: 320,
          body: `**Stored:** eight or more. **On at the same time:** two.

Each code is good for **one** download. Look in **Settings › Network & internet › SIMs** for a line that’s switched off. If it’s there, the download did finish: turn it on and you’re done. If not, open My Goodline, **SIM › Move to a new eSIM**, and ask for a **new code**. The old one is cancelled for you. Don’t delete a half-finished line before checking, because deleting spends a good profile as well.`,
          reason: 'More to it',
        },
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Alfie',
    daysAgo: 1,
    at: '17:10',
    title: 'What’s my own number? I can’t see it anywhere',
    body: 'Got a new SIM in the post and somebody at football wants my number. It isn’t in the settings, it just says Unknown, and I threw out the letter. Is there something I can dial? There’s no credit on it yet so I can’t ring anyone.',
    answers: [
      {
        by: 'Rhys-Morgan',
        after: 4,
        body: 'Dial `*#100#` and press call. It’s free, needs no credit, and your number pops up on the screen. It’s also in My Goodline, under the name of the line. To be rid of that “Unknown”, save it in your contacts as yourself.',
        up: ['Alfie'],
        accepted: { after: 4.6 },
      },
    ],
  },
  {
    topic: 'mobile',
    by: 'Theo-W',
    daysAgo: 0,
    at: '00:15',
    title: 'All of last evening’s texts are arriving now, in one go',
    body: 'Eleven texts since midnight, all sent between six and nine. Calls were fine the whole evening and so was data. My partner is on Goodline too and got hers at once. Is there a queue somewhere that I was at the back of? And should I restart or let it finish?',
    answers: [],
  },
];
