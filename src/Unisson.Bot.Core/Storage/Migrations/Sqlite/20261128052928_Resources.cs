using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Unisson.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Resources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CommonWords");

            migrationBuilder.CreateTable(
                name: "Resources",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    FoldedTitle = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: true),
                    AddedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Resources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Resources_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Resources_Memberships_CommunityId_AddedBy",
                        columns: x => new { x.CommunityId, x.AddedBy },
                        principalTable: "Memberships",
                        principalColumns: new[] { "CommunityId", "PersonId" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Resources_CommunityId_AddedBy",
                table: "Resources",
                columns: new[] { "CommunityId", "AddedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Resources_CommunityId_CommonId_FoldedTitle",
                table: "Resources",
                columns: new[] { "CommunityId", "CommonId", "FoldedTitle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Resources_CommunityId_CommonId_Id",
                table: "Resources",
                columns: new[] { "CommunityId", "CommonId", "Id" });

            // The words come parted by blanks and folded, so that the simplest of tokenizers does; what is taken out leaves nothing behind.
            migrationBuilder.Sql("""CREATE VIRTUAL TABLE "CommonTexts" USING fts5("Community", "Names", "Aliases", "Titles", "About", tokenize = 'ascii', prefix = '2 3')""");
            migrationBuilder.Sql("""INSERT INTO "CommonTexts" ("CommonTexts", rank) VALUES ('secure-delete', 1)""");
            migrationBuilder.Sql("""CREATE VIRTUAL TABLE "CommonVocabulary" USING fts5vocab('CommonTexts', 'row')""");

            // Commons that are there already are found as before; none of them has a resource yet.
            migrationBuilder.Sql(
                $"""
                INSERT INTO "CommonTexts" (rowid, "Community", "Names", "Aliases", "Titles", "About")
                SELECT "Id", 'c' || "CommunityId", {CommonIndex.Function}("Slug" || ' ' || "Name"), {CommonIndex.Function}("Aliases"), '', {CommonIndex.Function}("About") FROM "Commons"
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "CommonVocabulary" """);
            migrationBuilder.Sql("""DROP TABLE "CommonTexts" """);

            migrationBuilder.DropTable(
                name: "Resources");

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

            migrationBuilder.CreateIndex(
                name: "IX_CommonWords_CommunityId_CommonId",
                table: "CommonWords",
                columns: new[] { "CommunityId", "CommonId" });
        }
    }
}
