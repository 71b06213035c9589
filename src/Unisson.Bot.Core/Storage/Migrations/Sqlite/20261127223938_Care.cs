using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Unisson.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Care : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Experiences_CommunityId_CommonId_IsAskable_Level_RestedSince_PersonId",
                table: "Experiences");

            migrationBuilder.DropIndex(
                name: "IX_Channels_CommunityId_Use",
                table: "Channels");

            migrationBuilder.AddColumn<string>(
                name: "TermsNote",
                table: "Commons",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "StillTrueAt",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Confirmed",
                table: "Experiences",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ConfirmedBy",
                table: "Experiences",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Counted",
                table: "Experiences",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "AskBudget",
                table: "Commons",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ProposedStewardId",
                table: "Commons",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "StewardId",
                table: "Commons",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Terms",
                table: "Commons",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "CommonId",
                table: "Channels",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FrozenAt",
                table: "Calls",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NotedAt",
                table: "Asks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReportedAt",
                table: "Asks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_StillTrueAt",
                table: "Memberships",
                column: "StillTrueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Experiences_CommunityId_CommonId_IsAskable_Counted_RestedSince_PersonId",
                table: "Experiences",
                columns: new[] { "CommunityId", "CommonId", "IsAskable", "Counted", "RestedSince", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Commons_CommunityId_ProposedStewardId",
                table: "Commons",
                columns: new[] { "CommunityId", "ProposedStewardId" });

            migrationBuilder.CreateIndex(
                name: "IX_Commons_CommunityId_StewardId",
                table: "Commons",
                columns: new[] { "CommunityId", "StewardId" });

            migrationBuilder.CreateIndex(
                name: "IX_Channels_CommunityId_CommonId",
                table: "Channels",
                columns: new[] { "CommunityId", "CommonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Channels_CommunityId_Use_CommonId",
                table: "Channels",
                columns: new[] { "CommunityId", "Use", "CommonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CommunityId_CommonId_EndedAt",
                table: "Calls",
                columns: new[] { "CommunityId", "CommonId", "EndedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_Channels_Commons_CommunityId_CommonId",
                table: "Channels",
                columns: new[] { "CommunityId", "CommonId" },
                principalTable: "Commons",
                principalColumns: new[] { "CommunityId", "Id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Commons_Memberships_CommunityId_ProposedStewardId",
                table: "Commons",
                columns: new[] { "CommunityId", "ProposedStewardId" },
                principalTable: "Memberships",
                principalColumns: new[] { "CommunityId", "PersonId" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Commons_Memberships_CommunityId_StewardId",
                table: "Commons",
                columns: new[] { "CommunityId", "StewardId" },
                principalTable: "Memberships",
                principalColumns: new[] { "CommunityId", "PersonId" },
                onDelete: ReferentialAction.Restrict);

            // What stands of levels counts as before; who agreed to be asked is asked in a quarter (91 days of ticks) whether it is still true.
            migrationBuilder.Sql("""UPDATE "Experiences" SET "Counted" = MIN("Level", 2)""");
            migrationBuilder.Sql("""UPDATE "Memberships" SET "StillTrueAt" = "ConsentAt" + 78624000000000 WHERE "Asks" > 0""");

            // A common's channel was kept as it was typed, without its network, which its first sign tells; what is no channel joins what is said of the common.
            migrationBuilder.Sql(
                """
                UPDATE "Commons" SET "About" = COALESCE("About" || char(10), '') || "Channel"
                WHERE "Channel" <> '' AND "Channel" NOT LIKE '!%' AND "Channel" NOT LIKE '#%' AND "Channel" GLOB '*[^0-9]*'
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO "Channels" ("CommunityId", "Use", "Door", "ExternalId", "CommonId")
                SELECT "CommunityId", 'Common', CASE WHEN "Channel" LIKE '!%' THEN 'matrix' WHEN "Channel" LIKE '#%' THEN 'terminal' ELSE 'discord' END, "Channel", "Id"
                FROM "Commons" WHERE "Channel" LIKE '!%' OR "Channel" LIKE '#%' OR ("Channel" <> '' AND "Channel" NOT GLOB '*[^0-9]*')
                """);
            migrationBuilder.DropColumn(
                name: "Channel",
                table: "Commons");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Channels_Commons_CommunityId_CommonId",
                table: "Channels");

            migrationBuilder.DropForeignKey(
                name: "FK_Commons_Memberships_CommunityId_ProposedStewardId",
                table: "Commons");

            migrationBuilder.DropForeignKey(
                name: "FK_Commons_Memberships_CommunityId_StewardId",
                table: "Commons");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_StillTrueAt",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_Experiences_CommunityId_CommonId_IsAskable_Counted_RestedSince_PersonId",
                table: "Experiences");

            migrationBuilder.DropIndex(
                name: "IX_Commons_CommunityId_ProposedStewardId",
                table: "Commons");

            migrationBuilder.DropIndex(
                name: "IX_Commons_CommunityId_StewardId",
                table: "Commons");

            migrationBuilder.DropIndex(
                name: "IX_Channels_CommunityId_CommonId",
                table: "Channels");

            migrationBuilder.DropIndex(
                name: "IX_Channels_CommunityId_Use_CommonId",
                table: "Channels");

            migrationBuilder.DropIndex(
                name: "IX_Calls_CommunityId_CommonId_EndedAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "StillTrueAt",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "Confirmed",
                table: "Experiences");

            migrationBuilder.DropColumn(
                name: "ConfirmedBy",
                table: "Experiences");

            migrationBuilder.DropColumn(
                name: "Counted",
                table: "Experiences");

            migrationBuilder.DropColumn(
                name: "AskBudget",
                table: "Commons");

            migrationBuilder.DropColumn(
                name: "ProposedStewardId",
                table: "Commons");

            migrationBuilder.DropColumn(
                name: "StewardId",
                table: "Commons");

            migrationBuilder.DropColumn(
                name: "Terms",
                table: "Commons");

            migrationBuilder.DropColumn(
                name: "CommonId",
                table: "Channels");

            migrationBuilder.DropColumn(
                name: "FrozenAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "NotedAt",
                table: "Asks");

            migrationBuilder.DropColumn(
                name: "ReportedAt",
                table: "Asks");

            migrationBuilder.DropColumn(
                name: "TermsNote",
                table: "Commons");

            migrationBuilder.AddColumn<string>(
                name: "Channel",
                table: "Commons",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Experiences_CommunityId_CommonId_IsAskable_Level_RestedSince_PersonId",
                table: "Experiences",
                columns: new[] { "CommunityId", "CommonId", "IsAskable", "Level", "RestedSince", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Channels_CommunityId_Use",
                table: "Channels",
                columns: new[] { "CommunityId", "Use" });
        }
    }
}
