// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @title Whether somebody signed: by their own key, or, if they are a contract, by its word (ERC-1271)
library Signatures {
    /// @notice Whether `signature` is `signer`'s over `digest`. It never reverts, takes nothing but 65 bytes
    /// with a low `s` from a key, and copies no more than a word from a wallet contract.
    /// @dev The key comes first: for most signers no code has to be looked for, and an account that lent
    /// itself code (EIP-7702) keeps its key. A wallet contract gets all the gas there is: in a batch, check
    /// each signature in a call of its own with a gas cap, as `Curation.voteBySignatures` does.
    function isValid(
        address signer,
        bytes32 digest,
        bytes calldata signature
    ) internal view returns (bool) {
        (address found, ECDSA.RecoverError fault, ) = ECDSA.tryRecoverCalldata(digest, signature);
        if (fault == ECDSA.RecoverError.NoError && found == signer) return true;
        return
            signer.code.length != 0 &&
            SignatureChecker.isValidERC1271SignatureNowCalldata(signer, digest, signature);
    }
}
