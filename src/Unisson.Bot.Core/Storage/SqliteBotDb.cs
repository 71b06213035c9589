using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Unisson.Bot.Commons;
using Unisson.Bot.Communities;
using Unisson.Bot.Contributions;

namespace Unisson.Bot.Storage;

/// <summary>The store in one SQLite file. Instants are UTC ticks, which SQLite can compare; enumerations are their names.</summary>
public sealed class SqliteBotDb(DbContextOptions<SqliteBotDb> options) : BotDb(options)
{
    private Action? _ended;

    /// <summary>Called once, when this use of the context ends.</summary>
    internal Action? Ended { set => _ended = value; }

    private HotRows Hot => HotRows.Of(Database.GetDbConnection());

    private CommonIndex Texts => CommonIndex.Of(Database.GetDbConnection());

    private DbTransaction? Transaction => Database.CurrentTransaction?.GetDbTransaction();

    /// <summary>On an open connection, which prepares each statement once. A list among the values is one value, so that its length makes no new statement.</summary>
    internal static DbContextOptionsBuilder<SqliteBotDb> On(SqliteConnection connection) => new DbContextOptionsBuilder<SqliteBotDb>()
        .UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(PreparedCommands.Instance);

    public override Task<int> NextNumberAsync(string of, long owner, CancellationToken ct) => Task.FromResult(Hot.NextNumber(of, owner, Transaction));

    public override Task<InboxRow?> SeenAsync(string door, string key, CancellationToken ct) => Task.FromResult(Hot.Seen(door, key, Transaction));

    public override Task RememberAsync(InboxRow row, CancellationToken ct)
    {
        Hot.Remember(row, Transaction);
        return Task.CompletedTask;
    }

    public override Task<List<(string Key, string Reply)>> UnseenAsync(string door, long personId, string current, CancellationToken ct)
        => Task.FromResult(Hot.Unseen(door, personId, current, Transaction));

    public override Task AnsweredAsync(string door, string key, DateTimeOffset at, CancellationToken ct)
    {
        Hot.Answered(door, key, at, Transaction);
        return Task.CompletedTask;
    }

    public override Task<LedgerLine> AppendAsync(long communityId, Func<LedgerHead, LedgerLine> next, CancellationToken ct)
        => Task.FromResult(Hot.Append(communityId, next, Transaction));

    public override Task<bool> SumsHoldAsync(long communityId, CancellationToken ct) => Database.SqlQuery<bool>(
        $"""
        SELECT NOT EXISTS (
            SELECT 1 FROM (
                SELECT "CommonId", substr("On", 1, 7) AS "Month", "Contribution", "Minutes", "Cents" FROM "Ledger" WHERE "CommunityId" = {communityId}
                UNION ALL
                SELECT "CommonId", substr("Month", 1, 7), "Contribution", -"Minutes", -"Cents" FROM "LedgerSums" WHERE "CommunityId" = {communityId})
            GROUP BY "CommonId", "Month", "Contribution"
            HAVING SUM("Minutes") <> 0 OR SUM("Cents") <> 0) AS "Value"
        """).SingleAsync(ct);

    public override Task<bool> WaitsAsync(string door, long personId, CancellationToken ct) => Task.FromResult(Hot.Waits(door, personId, Transaction));

    public override Task<Speaker?> SpeakerAsync(string door, string account, long communityId, CancellationToken ct)
        => Task.FromResult(Hot.Speaker(door, account, communityId, Transaction));

    public override Task<Common?> CommonAsync(long communityId, string slug, CancellationToken ct) => Task.FromResult(Hot.Common(communityId, slug, Transaction));

    public override async Task IndexAsync(Common common, CancellationToken ct)
        => Texts.Write(common, await Resources.Where(x => x.CommunityId == common.CommunityId && x.CommonId == common.Id).Select(x => x.Title).ToListAsync(ct), Transaction);

    public override Task<List<(long Id, double Rank)>> SearchAsync(SoughtCommons sought, CancellationToken ct) => Task.FromResult(Texts.Find(sought, Transaction));

    public override Task<List<string>> WordsAsync(string beginning, int most, CancellationToken ct) => Task.FromResult(Texts.Words(beginning, most, Transaction));

    public override Task<List<string>> WordsEndingAsync(string ending, string other, CancellationToken ct) => Task.FromResult(Texts.WordsEnding(ending, other, Transaction));

    public override Task<List<Channel>> ChannelsAsync(long communityId, ChannelUse use, CancellationToken ct)
        => Task.FromResult(Hot.Channels(communityId, use, Transaction));

    public override void Dispose()
    {
        base.Dispose();
        Interlocked.Exchange(ref _ended, null)?.Invoke();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Interlocked.Exchange(ref _ended, null)?.Invoke();
    }

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
