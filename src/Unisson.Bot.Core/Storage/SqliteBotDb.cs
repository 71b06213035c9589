using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Unisson.Bot.Storage;

/// <summary>The store in one SQLite file. Instants are UTC ticks, which SQLite can compare; enumerations are their names.</summary>
public sealed class SqliteBotDb(DbContextOptions<SqliteBotDb> options) : BotDb(options)
{
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
