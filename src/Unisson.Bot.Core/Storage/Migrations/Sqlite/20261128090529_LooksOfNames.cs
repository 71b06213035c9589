using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Unisson.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LooksOfNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Looks",
                table: "People",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // Nearly what the program makes of them: whoever comes later is compared with these.
            migrationBuilder.Sql("""UPDATE "People" SET "Looks" = replace(replace(replace(lower("Name"), 'i', 'l'), ' ', ''), 'rn', 'm');""");

            migrationBuilder.CreateIndex(
                name: "IX_People_Looks",
                table: "People",
                column: "Looks");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_People_Looks",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Looks",
                table: "People");
        }
    }
}
