using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Unisson.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OutboxLanes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Outbox_CommunityId",
                table: "Outbox",
                column: "CommunityId",
                filter: "\"Parked\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Door_PersonId_Channel",
                table: "Outbox",
                columns: new[] { "Door", "PersonId", "Channel" },
                filter: "\"Parked\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Door_Subject",
                table: "Outbox",
                columns: new[] { "Door", "Subject" },
                filter: "\"SentAt\" IS NULL AND \"Parked\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_CommunityId",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Door_PersonId_Channel",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Door_Subject",
                table: "Outbox");
        }
    }
}
