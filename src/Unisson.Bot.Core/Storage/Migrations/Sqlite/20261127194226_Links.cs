using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Unisson.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Links : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Became",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Door",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrongCodes",
                table: "People",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "WrongCodesSince",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AdminAt",
                table: "Memberships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LinkCodes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    IsOfCommunity = table.Column<bool>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherPersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    OtherCommunityId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkCodes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_People_Became",
                table: "People",
                column: "Became",
                filter: "\"Became\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LinkCodes_Code",
                table: "LinkCodes",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LinkCodes");

            migrationBuilder.DropIndex(
                name: "IX_People_Became",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Became",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Door",
                table: "People");

            migrationBuilder.DropColumn(
                name: "WrongCodes",
                table: "People");

            migrationBuilder.DropColumn(
                name: "WrongCodesSince",
                table: "People");

            migrationBuilder.DropColumn(
                name: "AdminAt",
                table: "Memberships");
        }
    }
}
