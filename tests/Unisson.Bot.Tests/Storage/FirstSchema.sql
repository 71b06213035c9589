-- A small community as the program wrote it when its tables were those of the first migration. Frozen: files like it are out in the world.

INSERT INTO "Audit" ("Id", "CommunityId", "PersonId", "At", "Command") VALUES
(1, 1, 1, 639317088000000000, 'setup start');

INSERT INTO "Communities" ("Id", "Name", "Language", "Zone", "Holidays", "StartedAt") VALUES
(1, 'Les Communs de Lons', 'English', 'Europe/Paris', 'France', 639317088000000000);

INSERT INTO "Counters" ("Of", "OwnerId", "Last") VALUES
('mission', 1, 1),
('reminder', 1, 2),
('call', 1, 1),
('reminder', 4, 1);

INSERT INTO "Drafts" ("Id", "PersonId", "CommunityId", "Line", "Until") VALUES
(1, 1, 1, '{"Path":"commoners call","Values":{"common":"coworking","mission":"M1","hours":"2h","by":"2026-12-15 18:00"}}', 639318825000000000),
(2, 1, 1, '{"Path":"commoners call","Values":{"common":"coworking","mission":"M1","hours":"2h","by":"2026-12-15 18:00","terms":"Paid"}}', 639318825000000000),
(3, 1, 1, '{"Path":"commoners call","Values":{"common":"coworking","mission":"M1","hours":"2h","by":"2026-12-15 18:00","terms":"Expenses"}}', 639318825000000000),
(4, 1, 1, '{"Path":"commoners call","Values":{"common":"coworking","mission":"M1","hours":"2h","by":"2026-12-15 18:00","terms":"Exchange"}}', 639318825000000000),
(5, 1, 1, '{"Path":"commoners call","Values":{"common":"coworking","mission":"M1","hours":"2h","by":"2026-12-15 18:00","terms":"Voluntary"}}', 639318825000000000);

INSERT INTO "Inbox" ("Door", "Key", "PersonId", "At", "Reply", "AnsweredAt") VALUES
('terminal', 'a53698b2352e-1', 1, 639317088000000000, NULL, 639317088000000000),
('terminal', 'a53698b2352e-2', 1, 639317088000000000, NULL, 639317088000000000),
('terminal', 'a53698b2352e-25', 4, 639318816000000000, '{"First":"R1 est not\u00E9\u202F: je te le rappellerai mardi 8 d\u00E9cembre 2026 \u00E0 9\u00A0h, heure de Paris.","Lines":["\u00AB\u202Fpoint du mardi\u202F\u00BB","C\u2019est l\u2019heure de la communaut\u00E9\u202F; /moi r\u00E9glages fuseau:\u2026 donne la tienne."],"Actions":[{"Code":"v1:reminder-change:3","Label":"Changer"},{"Code":"v1:reminder-cancel:3","Label":"Annuler"}],"Files":[],"Mentions":[]}', 639318816000000000),
('terminal', 'a53698b2352e-26', 1, 639318816000000000, '{"First":"Coworking: few people are known for this common; the card is open to whoever likes.","Lines":["Who shows it:","ana: \u201CI take care of it\u201D","bob: \u201CI contribute to it\u201D","cy: \u201CI contribute to it\u201D","eve: \u201CI contribute to it\u201D"],"Actions":[],"Files":[],"Mentions":[]}', 639318816000000000),
('terminal', 'a53698b2352e-27', 1, 639318816000000000, '{"First":"For your eyes only: \u00C9tude coworking, 2\u00A0h by Tuesday 15 December.","Lines":["1 place as helping commoner, for Coworking. People can answer until Tuesday 15 December at 18:00.","I will gently ask the people who wished it, a few at a time; the card \u201CI can help\u201D is open to whoever likes.","On which terms? People choose by them, and the call leaves with your tap."],"Actions":[{"Code":"v1:draft:2","Label":"Send: Paid"},{"Code":"v1:draft:3","Label":"Send: Expenses"},{"Code":"v1:draft:4","Label":"Send: Exchange"},{"Code":"v1:draft:5","Label":"Send: Voluntary"},{"Code":"v1:change:1","Label":"Change"}],"Files":[],"Mentions":[]}', 639318816000000000);

INSERT INTO "Instances" ("Id", "PracticeNow", "LastSeenAt", "HousekeptAt", "RepliesEmptiedTo", "BodiesEmptiedTo") VALUES
(1, 639318816000000000, NULL, 639318672000000000, 639317808000000000, 639312624000000000);

INSERT INTO "LedgerHeads" ("CommunityId", "Number", "Hash") VALUES
(1, 2, X'1be2d88fc226eb5f04907c010e7352b95a5ef37699f6dd0e485d0d1f06173911');

INSERT INTO "Outbox" ("Id", "CommunityId", "Door", "PersonId", "Channel", "Subject", "Card", "Loudness", "NotBefore", "CreatedAt", "Attempts", "Parked", "SentAt", "AskId", "Body") VALUES
(1, 1, 'terminal', NULL, '#missions', 'mission:1', 'mission:1', 'Quiet', 639317088000000000, 639317088000000000, 0, NULL, 639317088000000000, NULL, '{"First":"\u00C9tude coworking (M1): Open","Lines":["Consulting, for Ville de Lons","Deadline: Tuesday 15 December","Leans on: Coworking","Coordinator: claire","Role to take: Guarantor-connector"],"Actions":[{"Code":"v1:mission-join:1","Label":"Join"},{"Code":"v1:mission-take-guarantor:1","Label":"I take this role"}],"Files":[],"Mentions":[],"Card":"mission:1"}'),
(2, 1, 'terminal', NULL, '#missions', 'call:1', 'call:1', 'Quiet', 639317088000000000, 639317088000000000, 0, NULL, 639317088000000000, NULL, '{"First":"\u00C9tude coworking: 2\u00A0h by Sunday 6 December, paid.","Lines":["C1, for people who know the common Coworking.","claire (coordination) asks; nobody guarantees the mission yet.","2 of 2 places open."],"Actions":[{"Code":"v1:call-help:1","Label":"I can help"}],"Files":[],"Mentions":[],"Card":"call:1"}'),
(3, 1, 'terminal', 2, NULL, 'call:1', NULL, 'Ping', 639317088000000000, 639317088000000000, 0, NULL, 639317088000000000, 1, '{"First":"\u00C9tude coworking: 2\u00A0h by Sunday 6 December, paid. Would you like to help?","Lines":["claire (coordination) asks; nobody guarantees the mission yet.","I thought of you because you take care of Coworking, you have 8\u00A0h left this month, and I have never asked anything of you.","C1, Les Communs de Lons: you can answer until Sunday 6 December at 18:00. A no costs nothing and stays between us."],"Actions":[{"Code":"v1:call-yes:1","Label":"Yes, I\u2019ll help"},{"Code":"v1:call-no:1","Label":"Not this time"},{"Code":"v1:call-later:1","Label":"Later"},{"Code":"v1:call-reserve:1","Label":"If nobody else can"},{"Code":"v1:call-not-this-subject:1","Label":"Not this subject"},{"Code":"v1:call-pause:1","Label":"Pause me"}],"Files":[],"Loudness":1,"Mentions":[]}'),
(4, 1, 'terminal', 3, NULL, 'call:1', NULL, 'Ping', 639317088000000000, 639317088000000000, 0, NULL, 639317088000000000, 2, '{"First":"\u00C9tude coworking: 2\u00A0h by Sunday 6 December, paid. Would you like to help?","Lines":["claire (coordination) asks; nobody guarantees the mission yet.","I thought of you because you contribute to Coworking, you have 6\u00A0h left this month, and I have never asked anything of you.","C1, Les Communs de Lons: you can answer until Sunday 6 December at 18:00. A no costs nothing and stays between us."],"Actions":[{"Code":"v1:call-yes:1","Label":"Yes, I\u2019ll help"},{"Code":"v1:call-no:1","Label":"Not this time"},{"Code":"v1:call-later:1","Label":"Later"},{"Code":"v1:call-reserve:1","Label":"If nobody else can"},{"Code":"v1:call-not-this-subject:1","Label":"Not this subject"},{"Code":"v1:call-pause:1","Label":"Pause me"}],"Files":[],"Loudness":1,"Mentions":[]}'),
(5, 1, 'terminal', 4, NULL, 'call:1', NULL, 'Ping', 639317088000000000, 639317088000000000, 0, NULL, 639317088000000000, 3, '{"First":"\u00C9tude coworking\u202F: 2\u00A0h d\u2019ici le dimanche 6 d\u00E9cembre, r\u00E9mun\u00E9r\u00E9es. As-tu envie d\u2019aider\u202F?","Lines":["C\u2019est claire (coordination) qui demande\u202F; personne ne garantit encore la mission.","Je pense \u00E0 toi parce que tu contribues au commun Coworking, qu\u2019il te reste 8\u00A0h ce mois-ci et que je ne t\u2019ai encore rien demand\u00E9.","C1, Les Communs de Lons\u202F: tu peux r\u00E9pondre jusqu\u2019au dimanche 6 d\u00E9cembre \u00E0 18\u00A0h. Dire non ne co\u00FBte rien et reste entre nous."],"Actions":[{"Code":"v1:call-yes:1","Label":"Oui, j\u2019aide"},{"Code":"v1:call-no:1","Label":"Pas cette fois"},{"Code":"v1:call-later:1","Label":"Plus tard"},{"Code":"v1:call-reserve:1","Label":"Si personne d\u2019autre ne peut"},{"Code":"v1:call-not-this-subject:1","Label":"Pas ce sujet"},{"Code":"v1:call-pause:1","Label":"Me mettre en pause"}],"Files":[],"Loudness":1,"Mentions":[]}'),
(6, 1, 'terminal', 5, NULL, 'call:1', NULL, 'Ping', 639317372400000000, 639317372400000000, 0, NULL, 639317372400000000, 4, '{"First":"\u00C9tude coworking: 2\u00A0h by Sunday 6 December, paid. Would you like to help?","Lines":["claire (coordination) asks; nobody guarantees the mission yet.","I thought of you because you contribute to Coworking, you have 20\u00A0h left this month, and I have never asked anything of you.","C1, Les Communs de Lons: you can answer until Sunday 6 December at 18:00. A no costs nothing and stays between us."],"Actions":[{"Code":"v1:call-yes:1","Label":"Yes, I\u2019ll help"},{"Code":"v1:call-no:1","Label":"Not this time"},{"Code":"v1:call-later:1","Label":"Later"},{"Code":"v1:call-reserve:1","Label":"If nobody else can"},{"Code":"v1:call-not-this-subject:1","Label":"Not this subject"},{"Code":"v1:call-pause:1","Label":"Pause me"}],"Files":[],"Loudness":1,"Mentions":[]}'),
(7, 1, 'terminal', NULL, '#missions', 'mission:1', 'mission:1', 'Quiet', 639318816000000000, 639318816000000000, 0, NULL, 639318816000000000, NULL, '{"First":"\u00C9tude coworking (M1): Open","Lines":["Consulting, for Ville de Lons","Deadline: Tuesday 15 December","Leans on: Coworking","Coordinator: claire","Helping commoner: ana (Selected)","Role to take: Guarantor-connector"],"Actions":[{"Code":"v1:mission-join:1","Label":"Join"},{"Code":"v1:mission-take-guarantor:1","Label":"I take this role"}],"Files":[],"Mentions":[],"Card":"mission:1"}'),
(8, 1, 'terminal', 1, NULL, 'call:1', NULL, 'Ping', 639318816000000000, 639318816000000000, 0, NULL, 639318816000000000, NULL, '{"First":"ana said yes for \u00C9tude coworking: 2\u00A0h by Sunday 6 December.","Lines":["Next: write scope and terms together; until then nothing binds anybody."],"Actions":[{"Code":"v1:call-scope:1","Label":"Write the scope"}],"Files":[],"Loudness":1,"Mentions":[]}'),
(9, 1, 'terminal', NULL, '#missions', 'call:1', 'call:1', 'Quiet', 639318816000000000, 639318816000000000, 0, NULL, 639318816000000000, NULL, '{"First":"\u00C9tude coworking: 2\u00A0h by Sunday 6 December, paid.","Lines":["C1, for people who know the common Coworking.","claire (coordination) asks; nobody guarantees the mission yet.","1 of 2 places open.","With ana."],"Actions":[{"Code":"v1:call-help:1","Label":"I can help"}],"Files":[],"Mentions":[],"Card":"call:1"}'),
(10, 1, 'terminal', 3, NULL, 'proposal:1', NULL, 'Ping', 639318816000000000, 639318816000000000, 0, NULL, 639318816000000000, NULL, '{"First":"claire suggests for the ledger: 2\u00A0h by you for Coworking. Is it right?","Lines":["\u201Catelier\u201D, Thursday 3 December","Nothing is written without your yes. If it is not right, leave it: LP7438 lapses by itself on Saturday 2 January 2027."],"Actions":[{"Code":"v1:proposal-yes:1","Label":"I confirm"}],"Files":[],"Loudness":1,"Mentions":[]}');

INSERT INTO "People" ("Id", "Name", "Language", "LanguageGuess", "Zone", "Digest", "Capacity", "Days", "QuietFrom", "QuietTo", "Terms", "Near", "PausedAt", "PauseEndsAt", "Fatigue", "Exposure", "Yeses", "Replies", "ReplyMinutes", "Unanswered", "LastAskedAt", "LastCommunityId") VALUES
(1, 'claire', NULL, 'English', NULL, 'Weekly', 0, 0, 1260, 480, 0, NULL, NULL, NULL, 0.0, 0.0, 0, 0, 0, 0, NULL, NULL),
(2, 'ana', NULL, 'English', NULL, 'Weekly', 480, 0, 1260, 480, 0, NULL, NULL, NULL, 1.0, 1.0, 1, 1, 1680, 0, 639317088000000000, NULL),
(3, 'bob', NULL, 'English', NULL, 'Weekly', 360, 0, 1260, 480, 0, NULL, NULL, NULL, 1.0, 1.0, 0, 1, 1680, 0, 639317088000000000, NULL),
(4, 'cy', NULL, 'French', NULL, 'Weekly', 480, 0, 1260, 480, 0, NULL, NULL, NULL, 1.0, 1.0, 0, 1, 1680, 0, 639317088000000000, NULL),
(5, 'eve', NULL, 'English', NULL, 'Weekly', 1200, 0, 1260, 480, 0, NULL, NULL, NULL, 1.0, 1.0, 0, 0, 0, 1, 639317372400000000, NULL),
(6, 'dan', NULL, 'English', NULL, 'Weekly', 0, 0, 1260, 480, 0, NULL, NULL, NULL, 0.0, 0.0, 0, 0, 0, 0, NULL, NULL);

INSERT INTO "Channels" ("Id", "CommunityId", "Use", "Door", "ExternalId") VALUES
(1, 1, 'Missions', 'terminal', '#missions');

INSERT INTO "Accounts" ("Id", "PersonId", "Door", "ExternalId", "Name", "IsReachable") VALUES
(1, 1, 'terminal', 'claire', 'claire', 1),
(2, 2, 'terminal', 'ana', 'ana', 1),
(3, 3, 'terminal', 'bob', 'bob', 1),
(4, 4, 'terminal', 'cy', 'cy', 1),
(5, 5, 'terminal', 'eve', 'eve', 1),
(6, 6, 'terminal', 'dan', 'dan', 1);

INSERT INTO "Memberships" ("CommunityId", "PersonId", "JoinedAt", "LeftAt", "IsAdmin", "IsGuarantor", "IsVouched", "Asks", "ConsentAt") VALUES
(1, 1, 639317088000000000, NULL, 1, 1, 0, 0, NULL),
(1, 2, 639317088000000000, NULL, 0, 0, 0, 4, 639317088000000000),
(1, 3, 639317088000000000, NULL, 0, 0, 0, 2, 639317088000000000),
(1, 4, 639317088000000000, NULL, 0, 0, 0, 4, 639317088000000000),
(1, 5, 639317088000000000, NULL, 0, 0, 0, 3, 639317088000000000),
(1, 6, 639317088000000000, NULL, 0, 0, 0, 0, NULL);

INSERT INTO "Commons" ("Id", "CommunityId", "Slug", "Name", "Aliases", "About", "Links", "Licence", "Channel", "State", "AddedBy", "AddedAt") VALUES
(1, 1, 'coworking', 'Coworking', NULL, 'Un lieu partagé', NULL, NULL, NULL, 'Living', 1, 639317088000000000),
(2, 1, 'fablab', 'Fablab', NULL, NULL, NULL, NULL, NULL, 'Living', 1, 639317088000000000);

INSERT INTO "Missions" ("Id", "CommunityId", "Number", "IsApart", "Title", "FoldedTitle", "Kind", "State", "Visibility", "Sponsor", "Deadline", "DeadlineHour", "Needs", "Starts", "Ends", "Place", "Budget", "Reference", "Licence", "Deliverables", "OpenedBy", "OpenedAt") VALUES
(1, 1, 1, 0, 'Étude coworking', 'etude coworking', 'Consulting', 'Open', 'Community', 'Ville de Lons', '2026-12-15', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 639317088000000000),
(2, 1, 9134, 1, 'Secret', 'secret', 'Consulting', 'Open', 'Private', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 6, 639317088000000000);

INSERT INTO "Offers" ("Id", "PersonId", "CommunityId", "CommonId", "Could", "Until") VALUES
(1, 5, 1, NULL, 1, 639324864000000000);

INSERT INTO "Reminders" ("Id", "PersonId", "Number", "CommunityId", "Kind", "MissionId", "What", "State", "DueAt", "Local", "Zone", "Rung", "Deadline", "SentAt") VALUES
(1, 1, 1, 1, 'Deadline', 1, NULL, 'Active', 639323136000000000, '2026-12-08 09:00:00', 'Europe/Paris', 7, '2026-12-15', NULL),
(2, 1, 2, 1, 'Own', NULL, 'envoyer le devis', 'Active', 639321408000000000, '2026-12-06 09:00:00', 'Europe/Paris', NULL, NULL, NULL),
(3, 4, 1, 1, 'Own', NULL, 'point du mardi', 'Active', 639323136000000000, '2026-12-08 09:00:00', 'Europe/Paris', NULL, NULL, NULL);

INSERT INTO "CommonBands" ("CommunityId", "CommonId", "Day", "Band") VALUES
(1, 1, '2026-12-03', 'Few');

INSERT INTO "CommonWords" ("CommunityId", "Word", "CommonId") VALUES
(1, 'coworking', 1),
(1, 'fablab', 2);

INSERT INTO "Experiences" ("Id", "CommunityId", "PersonId", "CommonId", "Level", "Since", "Note", "SeenBy", "DeclaredAt", "IsAskable", "RestedSince") VALUES
(1, 1, 2, 1, 3, NULL, NULL, 'Community', 639317088000000000, 1, 639317088000000000),
(2, 1, 3, 1, 2, NULL, NULL, 'Community', 639317088000000000, 0, 639317088000000000),
(3, 1, 3, 2, 1, NULL, NULL, 'Community', 639317088000000000, 1, 639317088000000000),
(4, 1, 4, 1, 2, NULL, NULL, 'Community', 639317088000000000, 1, 639317088000000000),
(5, 1, 5, 1, 2, NULL, NULL, 'Community', 639317088000000000, 1, 639317372400000000);

INSERT INTO "Ledger" ("Id", "CommunityId", "Number", "Kind", "About", "At", "AuthorId", "PersonId", "CommonId", "MissionId", "Contribution", "Minutes", "Cents", "On", "Commitment", "Previous", "Hash") VALUES
(1, 1, 1, 'Line', NULL, 639318816000000000, 1, 1, 1, NULL, 'Time', 180, NULL, '2026-12-03', X'88d195d0162f6d8176d6fe227cbb636c65e47fc190f656127a18370f76fa5abb', X'0000000000000000000000000000000000000000000000000000000000000000', X'76ac724de5e69edbe4a18c64b796baa90af01bcb9b9a76c5358b1527b5109f9f'),
(2, 1, 2, 'Line', NULL, 639318816000000000, 2, 2, 1, NULL, 'Money', NULL, 12000, '2026-12-03', X'c32fa5d3f8e30ac39ce92f72f0375728dd7f603c3aca25ea9351fc984752407a', X'76ac724de5e69edbe4a18c64b796baa90af01bcb9b9a76c5358b1527b5109f9f', X'1be2d88fc226eb5f04907c010e7352b95a5ef37699f6dd0e485d0d1f06173911');

INSERT INTO "Mutes" ("CommunityId", "PersonId", "CommonId") VALUES
(1, 3, 1);

INSERT INTO "Proposals" ("Id", "CommunityId", "Number", "At", "AuthorId", "PersonId", "CommonId", "MissionId", "Contribution", "Minutes", "Cents", "On", "What", "Amount", "Link") VALUES
(1, 1, 7438, 639318816000000000, 1, 3, 1, NULL, 'Time', 120, NULL, '2026-12-03', 'atelier', '2h', NULL);

INSERT INTO "Calls" ("Id", "CommunityId", "Number", "IsApart", "MissionId", "CommonId", "Role", "CallerId", "Places", "Minutes", "Terms", "Level", "Slot", "Near", "Note", "OpenedAt", "Deadline", "Month", "State", "EndedAt", "DueAt") VALUES
(1, 1, 1, 0, 1, 1, 'HelpingCommoner', 1, 2, 120, 1, 2, 0, NULL, NULL, 639317088000000000, 639321732000000000, 24323, 'Open', NULL, 639318999600000000);

INSERT INTO "Journal" ("Id", "CommunityId", "MissionId", "At", "PersonId", "What", "Note") VALUES
(1, 1, 1, 639317088000000000, 1, 'opened', NULL),
(2, 1, 2, 639317088000000000, 6, 'opened', NULL),
(3, 1, 1, 639318816000000000, 2, 'joined', 'helping-commoner');

INSERT INTO "MissionCommons" ("CommunityId", "MissionId", "CommonId") VALUES
(1, 1, 1),
(1, 2, 2);

INSERT INTO "RoleHolders" ("Id", "CommunityId", "MissionId", "PersonId", "Role", "Holding", "Since") VALUES
(1, 1, 1, 1, 'Coordinator', 'Active', 639317088000000000),
(2, 1, 2, 6, 'Coordinator', 'Active', 639317088000000000),
(3, 1, 1, 2, 'HelpingCommoner', 'Selected', 639318816000000000);

INSERT INTO "LedgerTexts" ("LineId", "Salt", "What", "Amount", "Name", "Link") VALUES
(1, X'730135a5d3fc96cb90d3d2dc2edba0b9', 'relire la fiche', '3h', NULL, NULL),
(2, X'a218d9a489476c628be721d223c495e4', 'prêt d’une salle', '120 €', NULL, NULL);

INSERT INTO "Asks" ("Id", "CommunityId", "CallId", "PersonId", "State", "IsVolunteer", "Minutes", "Month", "PlannedAt", "SentAt", "AnsweredAt", "LaterAt", "Chance", "Level", "Times", "IsNext") VALUES
(1, 1, 1, 2, 'Accepted', 0, 120, 24323, 639317088000000000, 639317088000000000, 639318816000000000, NULL, 0.35, 3, 1, 0),
(2, 1, 1, 3, 'Declined', 0, 120, 24323, 639317088000000000, 639317088000000000, 639318816000000000, NULL, 0.35, 2, 1, 0),
(3, 1, 1, 4, 'Later', 0, 120, 24323, 639317088000000000, 639317088000000000, 639318816000000000, 639319680000000000, 0.35, 2, 1, 0),
(4, 1, 1, 5, 'Sent', 0, 120, 24323, 639317372400000000, 639317372400000000, NULL, NULL, 0.35, 2, 1, 0);
