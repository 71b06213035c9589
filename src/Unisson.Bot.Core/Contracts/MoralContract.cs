using System.Globalization;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Contracts;

/// <summary>The moral contract (the method, "contrat moral"): what a guarantor-connector and a provider promise, and what the network puts at their disposal.</summary>
internal static class MoralContract
{
    /// <summary>Of the text. One that says something else is a new version: whoever accepted the one before is asked again.</summary>
    public const int Version = 1;

    /// <summary>After so long it is to be read again.</summary>
    public const int ReviewMonths = 12;

    /// <summary>Roles that accept it.</summary>
    public static readonly IReadOnlyList<RoleKind> Roles = [RoleKind.GuarantorConnector, RoleKind.Provider];

    /// <param name="role">Whose promises; null for all.</param>
    public static IEnumerable<string> Lines(RoleKind? role, Say say)
    {
        IEnumerable<string> parts = ["all", .. Roles.Where(r => role is null || r == role).Select(MissionChoices.Role.English), "network"];
        foreach (var part in parts)
        {
            yield return say[$"contract.{part}"];
            for (var i = 1; say.Has(Key(part, i)); i++)
            {
                yield return say["contract.point", say[Key(part, i)]];
            }
        }
    }

    private static string Key(string part, int point) => string.Create(CultureInfo.InvariantCulture, $"contract.{part}.{point}");
}
