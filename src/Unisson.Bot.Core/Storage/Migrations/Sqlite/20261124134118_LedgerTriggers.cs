using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Unisson.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LedgerTriggers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Append-only by the database itself (rule 11). SQLite drops a table's triggers when the table is rebuilt: this table never is.
            migrationBuilder.Sql("CREATE TRIGGER Ledger_no_update BEFORE UPDATE ON Ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;");
            migrationBuilder.Sql("CREATE TRIGGER Ledger_no_delete BEFORE DELETE ON Ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
