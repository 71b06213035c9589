using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Unisson.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Method : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "Missions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SteppedAt",
                table: "Missions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Acceptances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: true),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ConfirmedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acceptances_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Concerns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuarantorId = table.Column<long>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Concerns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Concerns_Memberships_CommunityId_GuarantorId",
                        columns: x => new { x.CommunityId, x.GuarantorId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Concerns_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Concerns_Missions_CommunityId_MissionId",
                        columns: x => new { x.CommunityId, x.MissionId },
                        principalTable: "Missions",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Frames",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Terms = table.Column<int>(type: "INTEGER", nullable: false),
                    How = table.Column<string>(type: "TEXT", nullable: true),
                    ProposedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HolderAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TeamBy = table.Column<long>(type: "INTEGER", nullable: true),
                    TeamAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Frames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Frames_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Frames_Missions_CommunityId_MissionId",
                        columns: x => new { x.CommunityId, x.MissionId },
                        principalTable: "Missions",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Lessons",
                columns: table => new
                {
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Learned = table.Column<string>(type: "TEXT", nullable: false),
                    Where = table.Column<string>(type: "TEXT", nullable: false),
                    Licence = table.Column<string>(type: "TEXT", nullable: true),
                    WrittenBy = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lessons", x => new { x.CommunityId, x.MissionId, x.CommonId });
                    table.ForeignKey(
                        name: "FK_Lessons_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Lessons_Memberships_CommunityId_WrittenBy",
                        columns: x => new { x.CommunityId, x.WrittenBy },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Lessons_Missions_CommunityId_MissionId",
                        columns: x => new { x.CommunityId, x.MissionId },
                        principalTable: "Missions",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Lookbacks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lookbacks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Lookbacks_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Lookbacks_Missions_CommunityId_MissionId",
                        columns: x => new { x.CommunityId, x.MissionId },
                        principalTable: "Missions",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NamedHolders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NamedHolders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NamedHolders_Memberships_CommunityId_AddedBy",
                        columns: x => new { x.CommunityId, x.AddedBy },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NamedHolders_Missions_CommunityId_MissionId",
                        columns: x => new { x.CommunityId, x.MissionId },
                        principalTable: "Missions",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Pledges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    IsApart = table.Column<bool>(type: "INTEGER", nullable: false),
                    MissionId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Amount = table.Column<string>(type: "TEXT", nullable: true),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Cents = table.Column<long>(type: "INTEGER", nullable: true),
                    Share = table.Column<int>(type: "INTEGER", nullable: true),
                    By = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    StateAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    PromisedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    PromisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReleasedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pledges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Pledges_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pledges_Memberships_CommunityId_PromisedBy",
                        columns: x => new { x.CommunityId, x.PromisedBy },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pledges_Missions_CommunityId_MissionId",
                        columns: x => new { x.CommunityId, x.MissionId },
                        principalTable: "Missions",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_CommunityId_MissionId",
                table: "Acceptances",
                columns: new[] { "CommunityId", "MissionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_CommunityId_PersonId",
                table: "Acceptances",
                columns: new[] { "CommunityId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_CommunityId_GuarantorId",
                table: "Concerns",
                columns: new[] { "CommunityId", "GuarantorId" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_CommunityId_MissionId",
                table: "Concerns",
                columns: new[] { "CommunityId", "MissionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_CommunityId_PersonId",
                table: "Concerns",
                columns: new[] { "CommunityId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_DueAt",
                table: "Concerns",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Frames_CommunityId_MissionId",
                table: "Frames",
                columns: new[] { "CommunityId", "MissionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Frames_CommunityId_PersonId",
                table: "Frames",
                columns: new[] { "CommunityId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Lessons_CommunityId_CommonId",
                table: "Lessons",
                columns: new[] { "CommunityId", "CommonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Lessons_CommunityId_WrittenBy",
                table: "Lessons",
                columns: new[] { "CommunityId", "WrittenBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Lookbacks_CommunityId_CommonId",
                table: "Lookbacks",
                columns: new[] { "CommunityId", "CommonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Lookbacks_CommunityId_MissionId",
                table: "Lookbacks",
                columns: new[] { "CommunityId", "MissionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Lookbacks_DueAt",
                table: "Lookbacks",
                column: "DueAt",
                filter: "\"AskedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_NamedHolders_CommunityId_AddedBy",
                table: "NamedHolders",
                columns: new[] { "CommunityId", "AddedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_NamedHolders_CommunityId_MissionId",
                table: "NamedHolders",
                columns: new[] { "CommunityId", "MissionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_CommunityId_CommonId",
                table: "Pledges",
                columns: new[] { "CommunityId", "CommonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_CommunityId_IsApart_Number",
                table: "Pledges",
                columns: new[] { "CommunityId", "IsApart", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_CommunityId_MissionId",
                table: "Pledges",
                columns: new[] { "CommunityId", "MissionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_CommunityId_PromisedBy",
                table: "Pledges",
                columns: new[] { "CommunityId", "PromisedBy" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Acceptances");

            migrationBuilder.DropTable(
                name: "Concerns");

            migrationBuilder.DropTable(
                name: "Frames");

            migrationBuilder.DropTable(
                name: "Lessons");

            migrationBuilder.DropTable(
                name: "Lookbacks");

            migrationBuilder.DropTable(
                name: "NamedHolders");

            migrationBuilder.DropTable(
                name: "Pledges");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "Missions");

            migrationBuilder.DropColumn(
                name: "SteppedAt",
                table: "Missions");
        }
    }
}
