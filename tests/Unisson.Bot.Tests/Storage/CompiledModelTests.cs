using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Unisson.Bot.Storage;
using Unisson.Bot.Storage.Compiled;
using Xunit;

namespace Unisson.Bot.Tests.Storage;

/// <summary>The model that is generated for a quick start must be the one that the entities say.</summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void The_generated_model_is_what_the_entities_say()
    {
        using var db = new SqliteBotDb(new DbContextOptionsBuilder<SqliteBotDb>().UseSqlite("Data Source=:memory:").Options);
        Assert.Same(SqliteBotDbModel.Instance, db.Model);
        var said = db.GetService<IDesignTimeModel>().Model;
        Assert.NotSame(said, db.Model);
        Assert.Equal(Told(said), Told(db.Model));
    }

    private static string Told(IModel model)
    {
        var columns = model.GetEntityTypes().SelectMany(e => e.GetProperties()).Select(p => $"{p.DeclaringType.Name}.{p.Name} {p.GetColumnType()} {p.GetTypeMapping().Converter?.ProviderClrType}");
        return string.Join('\n', [model.ToDebugString(MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations), .. columns]);
    }
}
