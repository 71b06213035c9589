using System.Text.RegularExpressions;
using Unisson.Bot.Discord.Registration;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Discord;

/// <summary>
/// Makes the commands in a help text tappable (Discord's page "Message Formatting", slash command mentions). A mention carries no options, so
/// what follows the command stays as text.
/// </summary>
internal sealed partial class CommandMentions(Catalogue catalogue, CommandRegistration registration)
{
    private const int LongestContent = 2000;

    /// <summary>The same text when a command's id is not known yet, or when Discord would find it too long.</summary>
    public string In(string content)
    {
        var tappable = Path().Replace(content, m => Mention(m.Value) ?? m.Value);
        return tappable.Length <= LongestContent ? tappable : content;
    }

    private string? Mention(string typed)
    {
        var words = typed[1..].Split(' ');
        if (catalogue.Find(words, out var used) is not { Shortcut: null } found || !IsItsName(found.Spec, words.Take(used)) || registration.Mention(found.Spec.Path) is not { } mention)
        {
            return null;
        }

        return string.Join(' ', words.Skip(used).Prepend(mention));
    }

    /// <summary>Another way to say it is no name that Discord knows.</summary>
    private static bool IsItsName(CommandSpec spec, IEnumerable<string> words)
    {
        var typed = string.Join(' ', words);
        return typed == spec.PathIn(Language.English) || typed == spec.PathIn(Language.French);
    }

    [GeneratedRegex(@"(?<=^|\s)/[\p{L}-]+(?: [\p{L}-]+)?", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Path();
}
