using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Unisson.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Digests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DigestAt",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DigestedAt",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DigestAt",
                table: "Communities",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DigestedAt",
                table: "Communities",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DigestedLine",
                table: "Communities",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "News",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_News", x => x.Id);
                    table.ForeignKey(
                        name: "FK_News_Memberships_CommunityId_PersonId",
                        columns: x => new { x.CommunityId, x.PersonId },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_DigestAt",
                table: "Memberships",
                column: "DigestAt");

            migrationBuilder.CreateIndex(
                name: "IX_Communities_DigestAt",
                table: "Communities",
                column: "DigestAt");

            migrationBuilder.CreateIndex(
                name: "IX_News_CommunityId_PersonId_Id",
                table: "News",
                columns: new[] { "CommunityId", "PersonId", "Id" });

            // Nobody could choose before, so that nobody did; whoever is a member has their first digest planned at the first look.
            migrationBuilder.Sql("""UPDATE "People" SET "Digest" = 'OwnWeekly'""");
            migrationBuilder.Sql("""UPDATE "Memberships" SET "DigestAt" = 0""");
            migrationBuilder.Sql("""UPDATE "Communities" SET "DigestAt" = 0 WHERE EXISTS (SELECT 1 FROM "Channels" c WHERE c."CommunityId" = "Communities"."Id" AND c."Use" = 'Digest')""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "News");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_DigestAt",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_Communities_DigestAt",
                table: "Communities");

            migrationBuilder.DropColumn(
                name: "DigestAt",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "DigestedAt",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "DigestAt",
                table: "Communities");

            migrationBuilder.DropColumn(
                name: "DigestedAt",
                table: "Communities");

            migrationBuilder.DropColumn(
                name: "DigestedLine",
                table: "Communities");
        }
    }
}
