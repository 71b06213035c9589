using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Unisson.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LedgerSums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LedgerSums",
                columns: table => new
                {
                    CommunityId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Contribution = table.Column<string>(type: "TEXT", nullable: false),
                    Minutes = table.Column<long>(type: "INTEGER", nullable: false),
                    Cents = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerSums", x => new { x.CommunityId, x.CommonId, x.Month, x.Contribution });
                    table.ForeignKey(
                        name: "FK_LedgerSums_Commons_CommunityId_CommonId",
                        columns: x => new { x.CommunityId, x.CommonId },
                        principalTable: "Commons",
                        principalColumns: new[] { "CommunityId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql(
                """
                INSERT INTO LedgerSums (CommunityId, CommonId, Month, Contribution, Minutes, Cents)
                SELECT CommunityId, CommonId, substr("On", 1, 8) || '01', Contribution, COALESCE(SUM(Minutes), 0), COALESCE(SUM(Cents), 0) FROM Ledger
                WHERE Minutes IS NOT NULL OR Cents IS NOT NULL GROUP BY 1, 2, 3, 4;
                """);

            // As with those that keep it append-only: SQLite drops a table's triggers when the table is rebuilt, and this table never is.
            migrationBuilder.Sql(
                """
                CREATE TRIGGER Ledger_sums AFTER INSERT ON Ledger WHEN NEW.Minutes IS NOT NULL OR NEW.Cents IS NOT NULL BEGIN
                    INSERT INTO LedgerSums (CommunityId, CommonId, Month, Contribution, Minutes, Cents)
                    VALUES (NEW.CommunityId, NEW.CommonId, substr(NEW."On", 1, 8) || '01', NEW.Contribution, COALESCE(NEW.Minutes, 0), COALESCE(NEW.Cents, 0))
                    ON CONFLICT (CommunityId, CommonId, Month, Contribution) DO UPDATE SET Minutes = Minutes + excluded.Minutes, Cents = Cents + excluded.Cents;
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER Ledger_sums;");
            migrationBuilder.DropTable(
                name: "LedgerSums");
        }
    }
}
