/**
 * Words at the heart of the commonest passwords, by what people reach for: the word itself, names, seasons, games, keyboard walks,
 * in English and in the Scandinavian languages. Compared after digits and signs around them are taken away.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwort passord losenord kodeord adgangskode adgang kode secret hemmelig hemligt geheim passphrase changeme changeit default
  letmein openup opensesame sesame access accessdenied login signin signon logmein enter welcome welcomeback velkommen valkommen bienvenue
  hello helloworld hellothere hejhej hejsa hejmeddig goddag godmorgen goodmorning goodnight godnat thankyou tusindtak please sorry
  admin administrator superadmin superuser sysadmin root toor master manager operator guest gaest test tester testing testtest testuser demo
  user username brugernavn bruger anvandare student teacher laerer school skole office server database computer laptop internet network wifi
  qwerty qwertyuiop qwertz qwertyui qwer qweasd qweasdzxc qazwsx qazwsxedc asdf asdfgh asdfghjkl asdfasdf asdfghjk zxcvbn zxcvbnm zxcvbnmasd
  abc abcd abcde abcdef abcdefg abcdefgh abcdefghi abcabc abcxyz aaaa xxx xyz iloveyou iloveu ilovegod ilovejesus loveyou loveme lovely
  lover jegelskerdig elskerdig jagalskardig jegelsker alskling skat skatter elskede darling sweetheart sweety sweetie honey baby babygirl
  babyboy princess prinsesse prince queen king dronning kongen angel angels engel heaven jesus jesuschrist christ god blessed faith hope
  sunshine solskin sommer summer vinter winter spring autumn efteraar foraar januar februar marts april maj juni juli august september
  oktober november december january february march june july october monday mandag friday fredag sunday lordag saturday holiday ferie
  christmas merrychristmas jul juleaften birthday foedselsdag tillykke family familie mother mor mormor father farfar daddy mommy brother
  sister soster datter son bedstemor friends friend venner bestfriend football fodbold fotboll soccer handball haandbold hockey baseball
  basketball tennis running liverpool arsenal chelsea barcelona realmadrid manchester juventus brondby fckobenhavn fckoebenhavn rosenborg
  monkey dragon tiger lion panda bear wolf ulven eagle falcon shadow hunter hunden hund kitty kitten kat killing puppy dolphin butterfly
  sommerfugl horse hest flower blomst rose sunflower banana apple orange chocolate chokolade cookie cookies coffee kaffe pizza cheese
  superman batman spiderman ironman starwars pokemon pikachu minecraft fortnite roblox counterstrike nintendo playstation xbox gamer gaming
  michael michelle jessica jennifer daniel charlie thomas robert anthony andrew joshua matthew christian christina anders peter lars mette
  maria anna emma sofie sofia freja frederik mikkel mathias jonas martin magnus kasper oliver william nikolaj camilla louise katrine
  computer trustno trustnoone whatever nothing ingenting blahblah asshole fuckyou fuckoff bitch sexy hottie pussy killer ninja pirate viking
  vikings hacker mustang ferrari porsche mercedes yamaha harley corvette maverick phoenix matrix merlin gandalf hobbit harrypotter hogwarts
  denmark danmark dannebrog norge norway sverige sweden suomi finland iceland island europe america canada london paris berlin copenhagen
  kobenhavn koebenhavn aarhus odense aalborg oslo bergen stockholm goteborg malmo helsinki freedom frihed peace fred money penge rich`
    .split(/\s+/),
);
