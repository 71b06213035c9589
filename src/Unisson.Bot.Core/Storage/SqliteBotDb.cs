using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Unisson.Bot.Contributions;

namespace Unisson.Bot.Storage;

/// <summary>The store in one SQLite file. Instants are UTC ticks, which SQLite can compare; enumerations are their names.</summary>
public sealed class SqliteBotDb(DbContextOptions<SqliteBotDb> options) : BotDb(options)
{
    private HotRows Hot => HotRows.Of(Database.GetDbConnection());

    private DbTransaction? Transaction => Database.CurrentTransaction?.GetDbTransaction();

    public override Task<InboxRow?> SeenAsync(string door, string key, CancellationToken ct) => Task.FromResult(Hot.Seen(door, key, Transaction));

    public override Task RememberAsync(InboxRow row, CancellationToken ct)
    {
        Hot.Remember(row, Transaction);
        return Task.CompletedTask;
    }

    public override Task<LedgerLine> AppendAsync(long communityId, Func<LedgerHead, LedgerLine> next, CancellationToken ct)
        => Task.FromResult(Hot.Append(communityId, next, Transaction));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>For <c>dotnet ef</c>.</summary>
    internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteBotDb>
    {
        public SqliteBotDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteBotDb>().UseSqlite("Data Source=design.db").Options);
    }
}

/// <summary>Instants as UTC ticks.</summary>
public sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(i => i.UtcTicks, t => new DateTimeOffset(t, TimeSpan.Zero));
