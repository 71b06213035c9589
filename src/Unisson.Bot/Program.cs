using Microsoft.Extensions.Logging.Abstractions;
using Unisson.Bot;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;

await using var bot = new BotHost(Store.Open("data/unisson.db"), TimeProvider.System, NullLoggerFactory.Instance);
await bot.EnsureLocalAsync(Conversation.Local, Language.English, "Europe/Paris", CancellationToken.None);
var conversation = new Conversation(bot.Store, bot.Catalogue, bot.Dispatcher, bot.Due, bot.Time);
#pragma warning disable RS0030
while (Console.In.ReadLine() is { } line)
{
    Console.Out.WriteLine((await conversation.SayAsync(line, CancellationToken.None)).Text);
}
#pragma warning restore RS0030

return 0;
