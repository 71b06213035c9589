using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Unisson.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Command = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Communities",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", nullable: false),
                    Holidays = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Communities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Counters",
                columns: table => new
                {
                    Of = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counters", x => new { x.Of, x.OwnerId });
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Inbox",
                columns: table => new
                {
                    Door = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Reply = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => new { x.Door, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Instances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    PracticeNow = table.Column<long>(type: "INTEGER", nullable: true),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HousekeptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RepliesEmptiedTo = table.Column<long>(type: "INTEGER", nullable: true),
                    BodiesEmptiedTo = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Instances", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerHeads",
                columns: table => new
                {
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerHeads", x => x.CommunityId);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Door = table.Column<string>(type: "TEXT", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    Channel = table.Column<string>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Card = table.Column<string>(type: "TEXT", nullable: true),
                    Loudness = table.Column<string>(type: "TEXT", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Parked = table.Column<string>(type: "TEXT", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AskId = table.Column<long>(type: "INTEGER", nullable: true),
                    Body = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: true),
                    LanguageGuess = table.Column<string>(type: "TEXT", nullable: true),
                    Zone = table.Column<string>(type: "TEXT", nullable: true),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    QuietFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    QuietTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms = table.Column<int>(type: "INTEGER", nullable: false),
                    Near = table.Column<string>(type: "TEXT", nullable: true),
                    PausedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PauseEndsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Fatigue = table.Column<double>(type: "REAL", nullable: false),
                    Exposure = table.Column<double>(type: "REAL", nullable: false),
                    Yeses = table.Column<int>(type: "INTEGER", nullable: false),
                    Replies = table.Column<int>(type: "INTEGER", nullable: false),
                    ReplyMinutes = table.Column<long>(type: "INTEGER", nullable: false),
                    Unanswered = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastCommunityId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Channels",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Use = table.Column<string>(type: "TEXT", nullable: false),
                    Door = table.Column<string>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Channels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Channels_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Door = table.Column<string>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    IsReachable = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsAdmin = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsGuarantor = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsVouched = table.Column<bool>(type: "INTEGER", nullable: false),
                    Asks = table.Column<int>(type: "INTEGER", nullable: false),
                    ConsentAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => new { x.CommunityId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_Memberships_Communities_CommunityId",
                        column: x => x.CommunityId,
                        principalTable: "Communities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Commons",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", nullable: true),
                    About = table.Column<string>(type: "TEXT", nullable: true),
                    Links = table.Column<string>(type: "TEXT", nullable: true),
                    Licence = table.Column<string>(type: "TEXT", nullable: true),
                    Channel = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commons", x => x.Id);
                    table.UniqueConstraint("AK_Commons_CommunityId_Id", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Commons_Memberships_CommunityId_AddedBy",
                        columns: x => new { x.CommunityId, x.AddedBy },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Missions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    IsApart = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    FoldedTitle = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Visibility = table.Column<string>(type: "TEXT", nullable: false),
                    Sponsor = table.Column<string>(type: "TEXT", nullable: true),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeadlineHour = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Needs = table.Column<string>(type: "TEXT", nullable: true),
                    Starts = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Ends = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", nullable: true),
                    Budget = table.Column<string>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", nullable: true),
                    Licence = table.Column<string>(type: "TEXT", nullable: true),
                    Deliverables = table.Column<string>(type: "TEXT", nullable: true),
                    OpenedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Missions", x => x.Id);
                    table.UniqueConstraint("AK_Missions_CommunityId_Id", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Missions_Memberships_CommunityId_OpenedBy",
                        columns: x => new { x.CommunityId, x.OpenedBy },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: true),
                    Could = table.Column<bool>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Offers_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: true),
                    What = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Local = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", nullable: false),
                    Rung = table.Column<int>(type: "INTEGER", nullable: true),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommonBands",
                columns: table => new
                {
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Band = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommonBands", x => new { x.CommunityId, x.CommonId, x.Day });
                    table.ForeignKey(
                        name: "FK_CommonBands_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommonWords",
                columns: table => new
                {
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Word = table.Column<string>(type: "TEXT", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommonWords", x => new { x.CommunityId, x.Word, x.CommonId });
                    table.ForeignKey(
                        name: "FK_CommonWords_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Experiences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    SeenBy = table.Column<string>(type: "TEXT", nullable: false),
                    DeclaredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsAskable = table.Column<bool>(type: "INTEGER", nullable: false),
                    RestedSince = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Experiences", x => x.Id);
                    table.UniqueConstraint("AK_Experiences_CommunityId_Id", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Experiences_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Experiences_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Ledger",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    About = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: true),
                    Contribution = table.Column<string>(type: "TEXT", nullable: false),
                    Minutes = table.Column<long>(type: "INTEGER", nullable: true),
                    Cents = table.Column<long>(type: "INTEGER", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Commitment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Previous = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ledger", x => x.Id);
                    table.UniqueConstraint("AK_Ledger_CommunityId_Id", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Ledger_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Ledger_Memberships_CommunityId_AuthorId",
                        columns: x => new { x.CommunityId, x.AuthorId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Mutes",
                columns: table => new
                {
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mutes", x => new { x.CommunityId, x.PersonId, x.CommonId });
                    table.ForeignKey(
                        name: "FK_Mutes_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mutes_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Proposals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: true),
                    Contribution = table.Column<string>(type: "TEXT", nullable: false),
                    Minutes = table.Column<long>(type: "INTEGER", nullable: true),
                    Cents = table.Column<long>(type: "INTEGER", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Amount = table.Column<string>(type: "TEXT", nullable: true),
                    Link = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Proposals_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proposals_Memberships_CommunityId_AuthorId",
                        columns: x => new { x.CommunityId, x.AuthorId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proposals_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Calls",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    IsApart = table.Column<bool>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: true),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    CallerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Slot = table.Column<int>(type: "INTEGER", nullable: false),
                    Near = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Deadline = table.Column<long>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calls", x => x.Id);
                    table.UniqueConstraint("AK_Calls_CommunityId_Id", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Calls_Memberships_CommunityId_CallerId",
                        columns: x => new { x.CommunityId, x.CallerId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Calls_Missions_CommunityId_MissionId",
                        columns: x => new { x.CommunityId, x.MissionId },
                        principalTable: "Missions",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Journal",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Journal_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Journal_Missions_CommunityId_MissionId",
                        columns: x => new { x.CommunityId, x.MissionId },
                        principalTable: "Missions",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MissionCommons",
                columns: table => new
                {
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissionCommons", x => new { x.CommunityId, x.MissionId, x.CommonId });
                    table.ForeignKey(
                        name: "FK_MissionCommons_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MissionCommons_Missions_CommunityId_MissionId",
                        columns: x => new { x.CommunityId, x.MissionId },
                        principalTable: "Missions",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoleHolders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Holding = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleHolders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleHolders_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleHolders_Missions_CommunityId_MissionId",
                        columns: x => new { x.CommunityId, x.MissionId },
                        principalTable: "Missions",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerTexts",
                columns: table => new
                {
                    LineId = table.Column<long>(type: "INTEGER", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Amount = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Link = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerTexts", x => x.LineId);
                    table.ForeignKey(
                        name: "FK_LedgerTexts_Ledger_LineId",
                        column: x => x.LineId,
                        principalTable: "Ledger",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Asks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    CallId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    IsVolunteer = table.Column<bool>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LaterAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Chance = table.Column<double>(type: "REAL", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    IsNext = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Asks", x => x.Id);
                    table.UniqueConstraint("AK_Asks_CommunityId_Id", x => new { x.CommunityId, x.Id });
                    table.ForeignKey(
                        name: "FK_Asks_Calls_CommunityId_CallId",
                        columns: x => new { x.CommunityId, x.CallId },
                        principalTable: "Calls",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Asks_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Door_ExternalId",
                table: "Accounts",
                columns: new[] { "Door", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_PersonId",
                table: "Accounts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_CallId_PersonId",
                table: "Asks",
                columns: new[] { "CallId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Asks_CommunityId_CallId",
                table: "Asks",
                columns: new[] { "CommunityId", "CallId" });

            migrationBuilder.CreateIndex(
                name: "IX_Asks_CommunityId_PersonId",
                table: "Asks",
                columns: new[] { "CommunityId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Asks_PersonId_Month",
                table: "Asks",
                columns: new[] { "PersonId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_Asks_PersonId_State",
                table: "Asks",
                columns: new[] { "PersonId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_CommunityId_Id",
                table: "Audit",
                columns: new[] { "CommunityId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CommunityId_CallerId",
                table: "Calls",
                columns: new[] { "CommunityId", "CallerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CommunityId_IsApart_Number",
                table: "Calls",
                columns: new[] { "CommunityId", "IsApart", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CommunityId_MissionId",
                table: "Calls",
                columns: new[] { "CommunityId", "MissionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CommunityId_State_Number",
                table: "Calls",
                columns: new[] { "CommunityId", "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_DueAt",
                table: "Calls",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Channels_CommunityId_Use",
                table: "Channels",
                columns: new[] { "CommunityId", "Use" });

            migrationBuilder.CreateIndex(
                name: "IX_Commons_CommunityId_AddedBy",
                table: "Commons",
                columns: new[] { "CommunityId", "AddedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Commons_CommunityId_Slug",
                table: "Commons",
                columns: new[] { "CommunityId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Commons_CommunityId_State_Slug",
                table: "Commons",
                columns: new[] { "CommunityId", "State", "Slug" });

            migrationBuilder.CreateIndex(
                name: "IX_CommonWords_CommunityId_CommonId",
                table: "CommonWords",
                columns: new[] { "CommunityId", "CommonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Until",
                table: "Drafts",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_Experiences_CommunityId_CommonId_IsAskable_Level_RestedSince_PersonId",
                table: "Experiences",
                columns: new[] { "CommunityId", "CommonId", "IsAskable", "Level", "RestedSince", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Experiences_CommunityId_CommonId_PersonId",
                table: "Experiences",
                columns: new[] { "CommunityId", "CommonId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Experiences_CommunityId_CommonId_SeenBy_PersonId",
                table: "Experiences",
                columns: new[] { "CommunityId", "CommonId", "SeenBy", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Experiences_CommunityId_PersonId",
                table: "Experiences",
                columns: new[] { "CommunityId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Experiences_PersonId_CommunityId",
                table: "Experiences",
                columns: new[] { "PersonId", "CommunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_At",
                table: "Inbox",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_Door_PersonId",
                table: "Inbox",
                columns: new[] { "Door", "PersonId" },
                filter: "\"AnsweredAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Journal_CommunityId_MissionId_Id",
                table: "Journal",
                columns: new[] { "CommunityId", "MissionId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Journal_CommunityId_PersonId",
                table: "Journal",
                columns: new[] { "CommunityId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_CommunityId_About",
                table: "Ledger",
                columns: new[] { "CommunityId", "About" });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_CommunityId_AuthorId",
                table: "Ledger",
                columns: new[] { "CommunityId", "AuthorId" });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_CommunityId_CommonId_Number",
                table: "Ledger",
                columns: new[] { "CommunityId", "CommonId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_CommunityId_MissionId_Number",
                table: "Ledger",
                columns: new[] { "CommunityId", "MissionId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_CommunityId_Number",
                table: "Ledger",
                columns: new[] { "CommunityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_CommunityId_PersonId_Number",
                table: "Ledger",
                columns: new[] { "CommunityId", "PersonId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_CommunityId_IsGuarantor_IsAdmin",
                table: "Memberships",
                columns: new[] { "CommunityId", "IsGuarantor", "IsAdmin" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_PersonId",
                table: "Memberships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_MissionCommons_CommunityId_CommonId",
                table: "MissionCommons",
                columns: new[] { "CommunityId", "CommonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Missions_CommunityId_FoldedTitle",
                table: "Missions",
                columns: new[] { "CommunityId", "FoldedTitle" });

            migrationBuilder.CreateIndex(
                name: "IX_Missions_CommunityId_IsApart_Number",
                table: "Missions",
                columns: new[] { "CommunityId", "IsApart", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Missions_CommunityId_OpenedBy",
                table: "Missions",
                columns: new[] { "CommunityId", "OpenedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Missions_CommunityId_State_Deadline",
                table: "Missions",
                columns: new[] { "CommunityId", "State", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "IX_Missions_CommunityId_State_Id",
                table: "Missions",
                columns: new[] { "CommunityId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Mutes_CommunityId_CommonId",
                table: "Mutes",
                columns: new[] { "CommunityId", "CommonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_CommunityId_PersonId",
                table: "Offers",
                columns: new[] { "CommunityId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_PersonId_Until",
                table: "Offers",
                columns: new[] { "PersonId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_AskId",
                table: "Outbox",
                column: "AskId",
                filter: "\"SentAt\" IS NULL AND \"AskId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Card",
                table: "Outbox",
                column: "Card",
                filter: "\"SentAt\" IS NULL AND \"Card\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Door_NotBefore_Id",
                table: "Outbox",
                columns: new[] { "Door", "NotBefore", "Id" },
                filter: "\"SentAt\" IS NULL AND \"Parked\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_SentAt",
                table: "Outbox",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_People_PauseEndsAt",
                table: "People",
                column: "PauseEndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_At",
                table: "Proposals",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_CommunityId_AuthorId",
                table: "Proposals",
                columns: new[] { "CommunityId", "AuthorId" });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_CommunityId_CommonId",
                table: "Proposals",
                columns: new[] { "CommunityId", "CommonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_CommunityId_Number",
                table: "Proposals",
                columns: new[] { "CommunityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_CommunityId_PersonId",
                table: "Proposals",
                columns: new[] { "CommunityId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_CommunityId_MissionId",
                table: "Reminders",
                columns: new[] { "CommunityId", "MissionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_CommunityId_PersonId",
                table: "Reminders",
                columns: new[] { "CommunityId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_DueAt",
                table: "Reminders",
                column: "DueAt",
                filter: "\"State\" = 'Active'");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_PersonId_Number",
                table: "Reminders",
                columns: new[] { "PersonId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_PersonId_State_DueAt",
                table: "Reminders",
                columns: new[] { "PersonId", "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RoleHolders_CommunityId_MissionId_PersonId_Role",
                table: "RoleHolders",
                columns: new[] { "CommunityId", "MissionId", "PersonId", "Role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoleHolders_CommunityId_PersonId",
                table: "RoleHolders",
                columns: new[] { "CommunityId", "PersonId" });

            // Append-only by the database itself (rule 11). SQLite drops a table's triggers when the table is rebuilt: this table never is.
            migrationBuilder.Sql("CREATE TRIGGER Ledger_no_update BEFORE UPDATE ON Ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER Ledger_no_delete BEFORE DELETE ON Ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Asks");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "Channels");

            migrationBuilder.DropTable(
                name: "CommonBands");

            migrationBuilder.DropTable(
                name: "CommonWords");

            migrationBuilder.DropTable(
                name: "Counters");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Experiences");

            migrationBuilder.DropTable(
                name: "Inbox");

            migrationBuilder.DropTable(
                name: "Instances");

            migrationBuilder.DropTable(
                name: "Journal");

            migrationBuilder.DropTable(
                name: "LedgerHeads");

            migrationBuilder.DropTable(
                name: "LedgerTexts");

            migrationBuilder.DropTable(
                name: "MissionCommons");

            migrationBuilder.DropTable(
                name: "Mutes");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "Proposals");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "RoleHolders");

            migrationBuilder.DropTable(
                name: "Calls");

            migrationBuilder.DropTable(
                name: "Ledger");

            migrationBuilder.DropTable(
                name: "Missions");

            migrationBuilder.DropTable(
                name: "Commons");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "Communities");

            migrationBuilder.DropTable(
                name: "People");
        }
    }
}
